// Bytes as text within a page: four bytes in five characters, a sixteenth less than
// Base64 takes. What an HTML parser or a template could trip over is no digit. The
// other half is web/src/worker/base85.ts.

const digits = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((each) => !'<>&"\'`\\$-'.includes(each));

// The last group is filled up with zeros, and as many characters are left away.
export function inBase85(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4) {
    let group = 0;
    for (let i = 0; i < 4; ++i) group = group * 256 + (bytes[at + i] ?? 0);
    let five = '';
    for (let i = 0; i < 5; ++i) {
      five = digits[group % 85] + five;
      group = Math.floor(group / 85);
    }
    text += five.slice(0, Math.min(bytes.length - at, 4) + 1);
  }
  return text;
}
