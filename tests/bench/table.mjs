// Plain-text tables and the arithmetic of the benchmark: medians and ratios.
export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted.length % 2 === 1
    ? sorted[(sorted.length - 1) / 2]
    : (sorted[sorted.length / 2 - 1] + sorted[sorted.length / 2]) / 2;
}

export const times = (ratio) => `${ratio.toFixed(ratio < 10 ? 2 : 1)}x`;
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

// First column to the left, the others to the right.
export function printTable(head, rows) {
  const all = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  for (const row of all)
    console.log(
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  ')}`.trimEnd(),
    );
  console.log();
}
