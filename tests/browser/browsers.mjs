// Chromium and Firefox as the tests want them: silent, with no traffic of their own,
// and with profiles in temporary folders that puppeteer clears away. Firefox is told at
// its start where downloads go, Chromium by the visit (refunds.mjs).

import { existsSync } from 'node:fs';
import { after, before, it } from 'node:test';
import puppeteer from 'puppeteer-core';

const found = (given, ...paths) => given ?? paths.find((path) => existsSync(path));

// Chromium without its own windows takes a quarter less of a processor for a visit.
const chromiums = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
];

// With them it draws the suggestions of its address bar as pages of their own, one or two
// for each window, and starts a process ahead of each page: together they took more of a
// processor than what is tested.
const unasked = [
  'Translate',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
];

const launchers = {
  chromium: () =>
    puppeteer.launch({
      executablePath: found(process.env.CHROMIUM, ...chromiums),
      headless: 'shell',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--disable-features=${unasked.join()}`,
      ],
    }),
  firefox: (downloads) =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: found(process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'),
      headless: true,
      extraPrefsFirefox: {
        'app.normandy.enabled': false,
        'browser.safebrowsing.downloads.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
        ...(downloads && { 'browser.download.folderList': 2, 'browser.download.dir': downloads }),
      },
    }),
};

export const browserNames = Object.keys(launchers);

// Each browser is asked for what its engine decides: storage, workers, windows, files, keys,
// focus, layout. What the page's own code decides is the same in all of them, and is told by
// the quickest alone.
export const inOneBrowser = (name) => (name === 'chromium' ? it : () => undefined);

export function launch(name, downloads) {
  return launchers[name](downloads);
}

// Firefox takes longer to start than most tests take: a process starts each kind once,
// and a new one where it has crashed. The last block that asked for one ends them all: each
// has asked before the first test runs, as long as no file of tests awaits while it is read.
const running = new Map();
let blocks = 0;

async function started(name, downloads) {
  const kind = `${name} ${downloads ?? ''}`;
  if (!running.get(kind)?.connected) running.set(kind, await launch(name, downloads));
  return running.get(kind);
}

// A browser for all tests of the block that it is asked for in, each with contexts of its
// own; `leave` comes behind the last of them.
export function sharedBrowser(name, { downloads, leave } = {}) {
  let browser;
  ++blocks;
  before(async () => (browser = await started(name, downloads)));
  after(async () => {
    try {
      await leave?.();
    } finally {
      const last = --blocks === 0;
      if (last) await Promise.allSettled([...running.values()].map((each) => each.close()));
    }
  });
  return { createBrowserContext: () => browser.createBrowserContext() };
}
