// Chromium and Firefox as the tests want them: silent, with no traffic of their own,
// and with profiles in temporary folders that puppeteer clears away.

import { existsSync } from 'node:fs';
import puppeteer from 'puppeteer-core';

const found = (given, ...paths) => given ?? paths.find((path) => existsSync(path));

const launchers = {
  chromium: () =>
    puppeteer.launch({
      executablePath: found(process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'),
      headless: true,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--disable-features=Translate',
      ],
    }),
  firefox: () =>
    puppeteer.launch({
      browser: 'firefox',
      executablePath: found(process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox'),
      headless: true,
      extraPrefsFirefox: {
        'app.normandy.enabled': false,
        'browser.safebrowsing.downloads.enabled': false,
        'network.captive-portal-service.enabled': false,
        'network.connectivity-service.enabled': false,
      },
    }),
};

export const browserNames = Object.keys(launchers);

export function launch(name) {
  return launchers[name]();
}
