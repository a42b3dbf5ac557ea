// The page's words say the same in every language: the same keys, and the same {names}
// to fill in. The types hold the page to the English ones; nothing else is to be there.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const textsOf = (language) =>
  JSON.parse(
    readFileSync(new URL(`../../data/texts/${language}/page.json`, import.meta.url), 'utf8'),
  );

// Each text by its place; a plural has one place for all of its forms.
function placed(words, place = '') {
  const isPlural = typeof words === 'object' && 'other' in words && typeof words.other === 'string';
  const forms = isPlural && Object.keys(words).every((each) => ['one', 'other'].includes(each));
  if (typeof words === 'string' || forms) return [[place, words]];
  return Object.entries(words).flatMap(([key, each]) => placed(each, `${place}/${key}`));
}

const namesIn = (text) => [...new Set(text.match(/\{\w+\}/g))].sort();

describe('the texts of the page', () => {
  const english = new Map(placed(textsOf('en')));
  assert.ok(english.size > 400, 'they are found');

  for (const language of ['ja', 'it']) {
    const others = new Map(placed(textsOf(language)));

    it(`have the English keys in ${language}`, () => {
      assert.deepEqual([...others.keys()].sort(), [...english.keys()].sort());
    });

    it(`fill in the same names in ${language}`, () => {
      for (const [place, text] of others) {
        const [all, wanted] = [text, english.get(place)].map((each) => each.other ?? each);
        assert.deepEqual(namesIn(all), namesIn(wanted), place);
      }
    });
  }

  it('word every fact that a rule names by itself', () => {
    const rules = new URL('../../core/rules/', import.meta.url);
    const sources = readdirSync(rules).map((name) => readFileSync(new URL(name, rules), 'utf8'));
    const named = /evidence\.push_back\(\s*\{"([a-z-]+)"|note\("(\w+-\w+)"/g;
    const facts = sources.flatMap((text) =>
      [...text.matchAll(named)].map(([, told, noted]) => told ?? noted),
    );
    assert.ok(facts.includes('confirmed-at') && facts.includes('label-at'), 'they are found');
    const unworded = facts.filter((fact) => !(fact in textsOf('en').why.facts));
    assert.deepEqual(unworded, ['ask'], 'which is no sentence');
  });

  // "1 order" may be said without its number; what it names otherwise stays.
  it('name nothing in the singular that the plural does not', () => {
    for (const language of ['en', 'it']) {
      for (const [place, { one = '', other = '' }] of placed(textsOf(language))) {
        const superfluous = namesIn(one).filter((each) => !namesIn(other).includes(each));
        assert.deepEqual(superfluous, [], `${language}${place}`);
      }
    }
  });
});
