// The page's catalogues say the same in every language, under the same keys (tests/house
// holds them to it). So the keys travel once, with the English texts; of the others only
// the texts, in that order.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const path = (language) =>
  fileURLToPath(new URL(`../../data/texts/${language}/page.json`, import.meta.url));
const read = (language) => JSON.parse(readFileSync(path(language), 'utf8'));

// A plural is a text for each form; a language without "one" has a text alone.
function inOrder(shape, words, to = []) {
  for (const [key, of] of Object.entries(shape)) {
    if (typeof of === 'string') to.push(words[key]);
    else if ('other' in of) to.push('one' in words[key] ? Object.values(words[key]) : words[key].other);
    else inOrder(of, words[key], to);
  }
  return to;
}

// Puts them back; it travels as it stands here.
function shaped(shape, texts) {
  return Object.fromEntries(
    Object.entries(shape).map(([key, of]) => {
      if (typeof of === 'string') return [key, texts.shift()];
      if (!('other' in of)) return [key, shaped(of, texts)];
      const forms = texts.shift();
      return [key, typeof forms === 'string' ? { other: forms } : { one: forms[0], other: forms[1] }];
    }),
  );
}

export const oneShape = {
  name: 'one-shape',
  enforce: 'pre',
  resolveId: (source) => {
    const language = /texts\/(it|ja)\/page\.json$/.exec(source)?.[1];
    return language ? `\0${language}-page` : null;
  },
  load: (id) => {
    const language = /^\0(it|ja)-page$/.exec(id)?.[1];
    if (!language) return null;
    const texts = JSON.stringify(inOrder(read('en'), read(language)));
    return `import en from ${JSON.stringify(path('en'))};
${shaped}
export default shaped(en, ${texts});`;
  },
};
