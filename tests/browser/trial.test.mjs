// "Try to send": every channel of both builds in three browsers, each stopped by the
// browser's own report; what it finds is the table of docs/security.md.
//   PARCELWISE_WRITE_CHANNELS=1 node --test tests/browser/trial.test.mjs   writes it anew

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { browserNames, inOneBrowser, sharedBrowser } from './browsers.mjs';
import { visit } from './visit.mjs';
import { sharedWebKit, visitWebKit } from './webkit.mjs';

const guide = new URL('../../docs/security.md', import.meta.url);
const built = fileURLToPath(new URL('../../web/dist/parcelwise.html', import.meta.url));
const english = JSON.parse(
  readFileSync(new URL('../../data/texts/en/page.json', import.meta.url), 'utf8'),
).trial;

const found = new Map(); // "chromium site" -> outcomes by channel

async function tried({ page }) {
  await page.click('#open-trial');
  await page.waitForSelector('.trial tbody tr');
  return page.evaluate(() =>
    [...document.querySelectorAll('.trial tbody tr')].map((row) => [
      row.dataset.channel,
      row.dataset.outcome,
      row.querySelector('td code')?.textContent ?? '',
    ]),
  );
}

function held(browser, from, outcomes) {
  found.set(`${browser} ${from}`, new Map(outcomes.map(([name, ...rest]) => [name, rest])));
  assert.deepEqual(
    outcomes.map(([name]) => name),
    Object.keys(english.channels),
  );
  assert.deepEqual(
    outcomes.filter(([, outcome]) => outcome === 'unproven'),
    [],
  );
  assert.deepEqual(
    outcomes.filter(([, outcome]) => outcome === 'absent').map(([name]) => name),
    ['webrtc'],
  );
}

for (const name of browserNames) {
  describe(name, () => {
    const browser = sharedBrowser(name);
    const inOne = inOneBrowser(name);

    for (const from of ['site', 'file']) {
      it(`lets nothing out of the ${from}`, async () => {
        const seen = await visit(browser, { from });
        held(name, from, await tried(seen));
        assert.equal(await seen.text('#trial-verdict'), english.allBlocked);
        await seen.close();
      });
    }

    inOne('tells the digest of a saved page', async () => {
      const seen = await visit(browser);
      await seen.page.click('#open-trial');
      await (await seen.page.$('#fingerprint-of')).uploadFile(built);
      await seen.page.waitForSelector('#fingerprint');
      const digest = createHash('sha256').update(readFileSync(built)).digest('hex');
      assert.equal(await seen.text('#fingerprint'), digest);
      await seen.close();
    });
  });
}

describe('webkit', () => {
  const browser = sharedWebKit();

  for (const from of ['site', 'file']) {
    it(`lets nothing out of the ${from}`, async () => {
      const seen = await visitWebKit(browser.page, { from });
      held('webkit', from, await tried(seen));
      await seen.close();
    });
  }
});

// A directive is told once where all browsers and both builds agree.
function cell(channel) {
  const told = (of) => {
    const [outcome, directive] = of.get(channel);
    return outcome === 'absent' ? 'removed before the page starts' : `\`${directive}\``;
  };
  const byBrowser = new Map([...found].map(([where, of]) => [where, told(of)]));
  const different = [...new Set(byBrowser.values())];
  if (different.length === 1) return different[0];
  return different
    .map((each) => {
      const where = [...byBrowser].filter(([, one]) => one === each).map(([name]) => name);
      return `${each} (${[...new Set(where.map((name) => name.split(' ')[0]))].join(', ')})`;
    })
    .join('; ');
}

it('the table of docs/security.md is what was found', () => {
  const rows = Object.entries(english.channels).map(([id, name]) => `| ${name} | ${cell(id)} |`);
  const table = ['| tried | stopped by |', '| --- | --- |', ...rows].join('\n');
  const text = readFileSync(guide, 'utf8');
  const marks = /(<!-- tried: begin -->)[^]*?(<!-- tried: end -->)/;
  if (process.env.PARCELWISE_WRITE_CHANNELS)
    writeFileSync(
      guide,
      text.replace(marks, (_, begin, end) => `${begin}\n\n${table}\n\n${end}`),
    );
  assert.ok(readFileSync(guide, 'utf8').includes(table), table);
});
