// Characters that nobody sees and that change how the text around them is read, shown as
// their numbers: "annex[U+202E]txt". Which ones, and why these: core/text/steering.h.

const steering =
  /(?<![\u0600-\u0dff\ufe0f]|\p{ExtPict})[\u200c\u200d]|(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

export function marked(text: string): string {
  return text.replace(steering, (found) => {
    const code = found.codePointAt(0)?.toString(16) ?? '';
    return `[U+${code.toUpperCase().padStart(4, '0')}]`;
  });
}

// Of JSON, where controls are escaped. Few replies hold any, and only those are looked
// through value by value.
export function parsedMarked(json: string): unknown {
  if (!/\\[ubf]/.test(json) && json.search(steering) < 0) return JSON.parse(json);
  return JSON.parse(json, (_, value) => (typeof value === 'string' ? marked(value) : value));
}
