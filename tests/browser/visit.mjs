// One visit to the page: a fresh profile, the hosted site or the single file, and
// everything that a good page does not do noted down from the first moment on.

import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sharedBrowser } from './browsers.mjs';
import { serve } from '../../web/serve.mjs';

export const singleFile = new URL('../../web/dist/parcelwise.html', import.meta.url).href;

// The samples are made for this morning.
export const sampleMoment = '2026-11-20T09:00:00+09:00';

export async function visit(browser, options = {}) {
  const { from = 'site', language = 'en', theme = 'light', now = '', base = '/' } = options;
  const remembered = options.remembered ?? true; // language and theme, as if chosen before
  const { filesOpen = false } = options; // all reports listed, likewise
  const site = from === 'site' ? await serve({ base, ...options.serve }) : undefined;
  site?.unref(); // a test that fails half-way must not keep the run from ending
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  pressSurely(page);
  await page.setViewport({ width: options.width ?? 1280, height: options.height ?? 900 });

  const complaints = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url())) requests.push(request.url());
  });
  const asked = []; // kinds of dialogs; a page that asks before it is closed is closed
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await page.evaluateOnNewDocument(
    (language, theme, remembered, filesOpen) => {
      window.violations = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
      });
      if (!remembered) return;
      if (!location.href.includes('parcelwise') && location.protocol !== 'http:') return;
      localStorage.getItem('parcelwise.language') ??
        localStorage.setItem('parcelwise.language', language);
      localStorage.getItem('parcelwise.theme') ?? localStorage.setItem('parcelwise.theme', theme);
      if (filesOpen) localStorage.setItem('parcelwise.files-open', 'yes');
    },
    language,
    theme,
    remembered,
    filesOpen,
  );
  const query = now ? `?now=${encodeURIComponent(now)}` : '';
  await page.goto((site?.address ?? singleFile) + query);
  await page.waitForSelector('#sample');

  return {
    page,
    site,
    complaints,
    requests,
    asked,
    violations: () => page.evaluate(() => window.violations),
    text: (selector) => page.$eval(selector, (element) => element.innerText.trim()),
    texts: (selector) =>
      page.$$eval(selector, (elements) => elements.map((element) => element.innerText.trim())),
    async close() {
      await context.close();
      await site?.close();
    },
  };
}

// A notice that comes between the look at a button and the press moves the button away:
// what was not hit is pressed again.
export function pressSurely(page) {
  const press = page.click.bind(page);
  page.click = async (selector, options) => {
    for (let tries = 3; ; --tries) {
      const aimed = await page.evaluate((selector) => {
        const target = document.querySelector(selector);
        if (!target || target.matches(':disabled')) return false; // nothing is to be hit
        window.wasHit = false;
        target.addEventListener('click', () => (window.wasHit = true), {
          capture: true,
          once: true,
        });
        return true;
      }, selector);
      await press(selector, options);
      if (!aimed) return;
      // A press may load another page, which knows of none.
      const hit = await page.evaluate(() => window.wasHit ?? true).catch(() => true);
      if (hit) return;
      if (tries === 1) throw new Error(`${selector} cannot be hit`);
    }
  };
}

// One visit for all tests of the block that it is asked for in, made ready for them; its
// `browser` takes visits of a test's own.
export function sharedVisit(name, { ready = loadSample, leave, ...options } = {}) {
  const browser = sharedBrowser(name, {
    leave: async () => {
      await leave?.(seen);
      await seen.close?.(); // there is none where the visit itself failed
    },
  });
  const seen = { browser };
  before(async () => {
    Object.assign(seen, await visit(browser, options));
    await ready(seen);
  });
  return seen;
}

export async function loadSample({ page }) {
  await page.click('[data-sample=jp]');
  await page.waitForSelector('.work tbody tr');
  await settled({ page });
}

// Until nothing is being read or checked and the list has stopped changing.
export async function settled({ page }) {
  await page.evaluate(() => delete window.seenBefore);
  const still = () => {
    const busy = document.querySelector(
      '.report-file.waiting, .report-file.reading, #list[aria-busy=true]',
    );
    const seen = document.querySelector('#list')?.innerText ?? '';
    const same = window.seenBefore === seen;
    window.seenBefore = seen;
    return !busy && same;
  };
  await page.waitForFunction(still, { polling: 120 });
}

// A key with Ctrl, where the focus is.
export async function withControl({ page }, key) {
  await page.keyboard.down('Control');
  await page.keyboard.press(key);
  await page.keyboard.up('Control');
}

// Until so many of them stand in the page.
export const count = ({ page }, selector, wanted) =>
  page.waitForFunction(
    (selector, wanted) => document.querySelectorAll(selector).length === wanted,
    {},
    selector,
    wanted,
  );

// Types into the search, and waits until the list is that of the text: the page lets a
// moment pass after the last letter, in which all is still.
export async function search(seen, text) {
  const { page } = seen;
  await page.$eval('#search', (field) => (field.value = ''));
  await page.type('#search', text);
  await pause(200);
  await settled(seen);
}

// Files are made inside the page and let go over it, as from the desktop.
export async function drop({ page }, files) {
  const packed = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  await page.evaluate((packed) => {
    const dataTransfer = new DataTransfer();
    for (const { name, base64 } of packed) {
      const bytes = Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
      document.body.dispatchEvent(event);
    }
  }, packed);
}

export async function paste({ page }, selector, text) {
  await page.$eval(
    selector,
    (element, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      // Firefox's ClipboardEvent does not take the data it is given.
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.defineProperty(event, 'clipboardData', { value: clipboardData });
      element.dispatchEvent(event);
    },
    text,
  );
}

// All that this origin keeps: names of stores with their contents, caches, both storages.
export const kept = ({ page }) =>
  page.evaluate(async () => {
    const stores = {};
    for (const { name } of await indexedDB.databases()) {
      const opening = indexedDB.open(name);
      const db = await new Promise(
        (resolve) => (opening.onsuccess = () => resolve(opening.result)),
      );
      for (const store of db.objectStoreNames) {
        const asked = db.transaction(store).objectStore(store).getAllKeys();
        stores[store] = await new Promise(
          (resolve) => (asked.onsuccess = () => resolve(asked.result)),
        );
      }
      db.close();
    }
    const cached = [];
    for (const name of await caches.keys()) {
      for (const { url } of await (await caches.open(name)).keys())
        cached.push(new URL(url).pathname);
    }
    return { stores, cached, local: { ...localStorage }, session: { ...sessionStorage } };
  });

export async function keptForOffline({ page }) {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

// The Japanese sample, as the page lists it.
export const sampleFiles = ['unshipped', 'new-orders', 'pending', 'all-orders', 'returns'].map(
  (name) => `sample-${name}.txt`,
);

export function samplePath(name) {
  return fileURLToPath(new URL(`../../data/samples/${name}`, import.meta.url));
}
