// Where a source can be changed by one sign, and how: comparisons, signs, what joins
// conditions, constants. Comments, texts, includes and templates are left alone.

const blank = (found) => found.replace(/[^\n]/g, ' ');

// The code with everything that is not code blanked out, place by place.
export function codeOf(source) {
  return source
    .replace(
      /\/\/[^\n]*|\/\*[\s\S]*?\*\/|R"\w*\([\s\S]*?\)\w*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])'/g,
      blank,
    )
    .replace(/^[ \t]*#.*$/gm, blank)
    .replace(/static_assert\([\s\S]*?\);/g, blank)
    .replace(/<[\w:, *&]*>/g, (found) =>
      /^<(std::|\w+(::\w+)*[,>])/.test(found) ? blank(found) : found,
    );
}

// [pattern, what stands instead]; the pattern's first group stays before the place.
const flips = [
  [/ (==) /g, () => '!='],
  [/ (!=) /g, () => '=='],
  [/ (<) (?!<)/g, () => '<='],
  [/ (<=) (?!>)/g, () => '<'],
  [/ (>) /g, () => '>='],
  [/ (>=) /g, () => '>'],
  [/ (&&) /g, () => '||'],
  [/ (\|\|) /g, () => '&&'],
  [/[\w)\]] (\+) /g, () => '-'],
  [/[\w)\]] (-) /g, () => '+'],
  [/ (\+=) /g, () => '-='],
  [/ (-=) /g, () => '+='],
  [/(!)(?=[a-z_(])/g, () => ''],
  [/\b(true)\b/g, () => 'false'],
  [/\b(false)\b/g, () => 'true'],
  [/\bstd::(min)\b/g, () => 'max'],
  [/\bstd::(max)\b/g, () => 'min'],
  [/(?<![\w.'\[])(\d+)(?![\w.'])/g, (text) => String(Number(text) + 1)],
];

// [{ line, from, to, was, is }], from and to in characters of the source.
export function sitesOf(source) {
  const code = codeOf(source);
  const sites = [];
  for (const [pattern, other] of flips) {
    for (const found of code.matchAll(pattern)) {
      const from = found.index + found[0].indexOf(found[1]);
      const is = other(found[1]);
      const line = code.slice(0, from).split('\n').length;
      sites.push({ line, from, to: from + found[1].length, was: found[1], is });
    }
  }
  return sites.sort((a, b) => a.from - b.from);
}
