// Paper as the printer gets it: every format printed to PDF, its pages counted and
// measured, none of them blank, and the bars read back by a scanner's own program.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { acceptHouse, aim, chooseToday, house, openOutbox } from './outbox.mjs';
import { loadSample, settled, sharedVisit } from './visit.mjs';

const folder = mkdtempSync(join(tmpdir(), 'parcelwise-paper-'));
after(() => rmSync(folder, { recursive: true }));

const letter = [215.9, 279.4];
const sizes = {
  a4: [210, 297],
  'a4-two': [210, 297],
  letter,
  'letter-two': letter,
  a6: [105, 148],
  inches: [101.6, 152.4],
};

// Pages of a PDF: millimetres, text, and at 300 dots an inch its share of dark dots.
function pagesOf(name, pdf) {
  const path = join(folder, `${name}.pdf`);
  writeFileSync(path, pdf);
  const info = execFileSync('pdfinfo', ['-f', '1', '-l', '999', path], { encoding: 'utf8' });
  const pages = [...info.matchAll(/Page +\d+ size: +([\d.]+) x ([\d.]+)/g)].map(([, w, h], i) => {
    const from = ['-f', String(i + 1), '-l', String(i + 1)];
    return {
      size: [w, h].map((points) => (Number(points) / 72) * 25.4),
      text: execFileSync('pdftotext', [...from, '-layout', path, '-'], { encoding: 'utf8' }),
    };
  });
  execFileSync('pdftoppm', ['-r', '300', '-gray', path, join(folder, name)]);
  const images = readdirSync(folder)
    .filter((each) => each.startsWith(`${name}-`))
    .sort();
  assert.equal(images.length, pages.length);
  return pages.map((page, i) => ({ ...page, image: join(folder, images[i]) }));
}

function darkness(image) {
  const bytes = readFileSync(image);
  const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 40));
  const dots = bytes.subarray(head.length, head.length + width * height);
  const rows = [];
  for (let y = 0; y < height; ++y) {
    rows.push(dots.subarray(y * width, (y + 1) * width).reduce((sum, dot) => sum + (dot < 128), 0));
  }
  return {
    dark: rows.reduce((sum, row) => sum + row, 0) / dots.length,
    lastRow: rows.findLastIndex(Boolean) / height,
  };
}

const barsOn = (image) =>
  execFileSync('zbarimg', ['--quiet', '--raw', '-Sdisable', '-Scode128.enable', image], {
    encoding: 'utf8',
  })
    .trim()
    .split('\n');

const orderIds = /\d{3}-\d{7}-\d{7}/g;

describe('paper', () => {
  let count;
  let prints = 0;
  const seen = sharedVisit('chromium', {
    language: 'ja',
    ready: async (seen) => {
      await seen.page.evaluate(() => {
        const sender = {
          name: '豊洲茶舗',
          postal_code: '135-0061',
          address: '東京都江東区豊洲1-2-27',
          phone: '03-1234-5678',
        };
        localStorage.setItem('parcelwise.shop', JSON.stringify({ sender }));
      });
      await seen.page.reload();
      await seen.page.waitForSelector('#sample');
      await loadSample(seen);
      await openOutbox(seen);
      count = await chooseToday(seen);
      assert.ok(count >= 5);
    },
    leave: async (seen) => {
      assert.deepEqual(seen.complaints, []);
      assert.deepEqual(await seen.violations(), []);
    },
  });

  async function printed(paper, format) {
    await aim(seen, paper, format);
    await seen.page.evaluate(() => (window.print = () => (window.asked = (window.asked ?? 0) + 1)));
    await seen.page.click('#outbox-send');
    await seen.page.waitForFunction(() => window.asked === 1);
    const pdf = await seen.page.pdf({ preferCSSPageSize: true, printBackground: true });
    await seen.page.evaluate(() => {
      delete window.asked;
      window.dispatchEvent(new Event('afterprint'));
    });
    await seen.page.waitForFunction(() => document.querySelector('#paper') === null);
    const pages = pagesOf(`print${(prints += 1)}`, pdf);
    for (const [i, page] of pages.entries()) {
      const { dark, lastRow } = darkness(page.image);
      assert.ok(dark > 0.004, `${paper} ${format}, page ${i + 1} is blank: ${dark}`);
      const [width, height] = sizes[format] ?? [62, page.size[1]];
      assert.ok(Math.abs(page.size[0] - width) < 0.5, `${format}: ${page.size}`);
      assert.ok(Math.abs(page.size[1] - height) < 0.5, `${format}: ${page.size}`);
      if (format === 'roll') assert.ok(lastRow > 0.85, `${paper}: paper is wasted, ${lastRow}`);
    }
    return pages;
  }

  for (const format of Object.keys({ ...sizes, roll: 0 })) {
    it(`prints packing slips on ${format}`, async () => {
      const pages = await printed('slips', format);
      assert.equal(pages.length, format.endsWith('-two') ? Math.ceil(count / 2) : count);
      const all = new Set();
      for (const { text, image } of pages) {
        const ids = text.match(orderIds);
        assert.deepEqual(barsOn(image).sort(), [...new Set(ids)].sort(), format);
        for (const id of ids) all.add(id);
        assert.equal(text.match(/請求書・領収書ではありません/g)?.length, new Set(ids).size);
        assert.match(text, /豊洲茶舗/);
        assert.match(text, /様/);
      }
      assert.equal(all.size, count);
    });
  }

  it('says what each order asks for', async () => {
    const pages = await printed('slips', 'a4');
    const of = (id) => pages.find(({ text }) => text.includes(id)).text;
    const business = of('503-3501885-7622060');
    assert.match(business, /法人のご注文/);
    assert.match(business, /4711/);
    assert.match(business, /45,700/);
    const gift = of('503-5674077-9166194');
    assert.match(gift, /お誕生日おめでとう/);
    assert.doesNotMatch(gift, /[¥￥]|価格/);
    assert.doesNotMatch(gift, /法人/);
  });

  it('prints the pick list on one sheet, and as long as the roll must be', async () => {
    for (const format of ['a4', 'letter', 'a6', 'roll']) {
      const [page, ...more] = await printed('picking', format);
      assert.equal(more.length, 0);
      assert.match(page.text, /LAMP-LED/);
    }
  });

  it('prints twelve addresses to the sheet, or one a label with its bars', async () => {
    const [sheet, ...more] = await printed('addresses', 'a4');
    assert.equal(more.length, Math.ceil(count / 12) - 1);
    assert.equal(sheet.text.match(orderIds).length, count);
    for (const format of ['a6', 'inches', 'roll']) {
      const pages = await printed('addresses', format);
      assert.equal(pages.length, count);
      for (const { text, image } of pages) assert.deepEqual(barsOn(image), text.match(orderIds));
    }
  });

  it('prints one slip for a parcel of three orders, each with its name and its bars', async () => {
    await acceptHouse(seen);
    await seen.page.click('#outbox-none');
    for (const order of house) {
      await seen.page.$eval('#search', (field) => field.select());
      await seen.page.type('#search', order);
      await seen.page.waitForFunction(
        (order) => {
          const found = [...document.querySelectorAll('.work tbody tr')];
          return (
            found.length === 1 &&
            found[0].innerText.includes(order) &&
            document.querySelector('#pick-all')
          );
        },
        {},
        order,
      );
      await settled(seen);
      await (await seen.page.waitForSelector('#pick-all')).click();
    }
    await seen.page.waitForFunction(() =>
      document.querySelector('#outbox-chosen').innerText.includes('3'),
    );
    // The small formats break between two orders, never within one.
    for (const [format, count] of Object.entries({
      a4: 1,
      'a4-two': 1,
      roll: 1,
      a6: 2,
      inches: 2,
    })) {
      const pages = await printed('slips', format);
      assert.equal(pages.length, count, format);
      for (const { text, image } of pages) {
        assert.deepEqual(barsOn(image).sort(), text.match(orderIds).sort(), format);
        assert.match(text, /様/, format); // a page alone says whose it is
      }
      const text = pages.map((page) => page.text).join('');
      assert.deepEqual(text.match(orderIds).sort(), house, format);
      assert.match(text, /この荷物には3件のご注文が入っています/, format);
      for (const at of ['1/3', '2/3', '3/3'])
        assert.ok(text.includes(`（${at}）`), `${format}: ${at}`);
      for (const words of ['今治産', '四万十', '風呂敷', '請求書・領収書ではありません']) {
        assert.equal(text.split(words).length, 2, `${format}: ${words} once`);
      }
    }
  });
});
