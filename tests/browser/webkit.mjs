// WebKit as the tests want it: WebKitGTK's own small browser on a display of its own,
// spoken to by WebDriver, since puppeteer does not know it. Its page answers to the
// calls of puppeteer's that the steps of the tests make.

import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../web/serve.mjs';
import { singleFile } from './visit.mjs';

const patience = 30_000;

const libraries = '/usr/lib';
const browserPath = () =>
  process.env.WEBKIT ??
  readdirSync(libraries)
    .flatMap((each) =>
      ['4.1', '4.0', '6.0'].map((version) =>
        join(libraries, each, `webkit2gtk-${version}`, 'MiniBrowser'),
      ),
    )
    .find((path) => existsSync(path));

async function until(what, ready) {
  const end = Date.now() + patience;
  while (Date.now() < end) {
    const found = await ready();
    if (found) return found;
    await pause(50);
  }
  throw new Error(`never came: ${what}`);
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

// The display's number, as Xvfb finds one that is free.
async function openDisplay() {
  const child = spawn(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '1400x1100x24', '-nolisten', 'tcp'],
    {
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
  await until('a display', () => /^\d+\n/.test(said) || child.exitCode !== null);
  if (child.exitCode !== null) throw new Error('Xvfb does not start');
  return { name: `:${said.trim()}`, child };
}

async function launchWebKit() {
  const home = mkdtempSync(join(tmpdir(), 'parcelwise-webkit-'));
  const display = await openDisplay();
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', ['--host=127.0.0.1', `--port=${port}`], {
    // No graphics card, no sound, no settings of whoever runs the tests.
    env: {
      ...process.env,
      HOME: home,
      DISPLAY: display.name,
      LANG: 'en_US.UTF-8',
      LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_COMPOSITING_MODE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      NO_AT_BRIDGE: '1',
    },
    stdio: 'ignore',
  });
  const address = `http://127.0.0.1:${port}`;
  const ended = (child) =>
    new Promise((resolve) => {
      if (child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', resolve);
      child.kill();
    });

  async function asked(method, path, body) {
    const given = body && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    };
    const reply = await fetch(`${address}${path}`, { method, ...given });
    const { value } = await reply.json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  }

  await until('the driver', () =>
    fetch(`${address}/status`).then(
      (reply) => reply.ok,
      () => false,
    ),
  );
  const options = { binary: browserPath(), args: ['--automation'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await asked('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  return {
    downloads: home, // where a file that the page writes is saved
    page: pageOf((method, path, body) => asked(method, session + path, body)),
    async close() {
      await asked('DELETE', session).catch(() => undefined);
      await ended(driver);
      await ended(display.child);
      // Its helpers may still write what they remember.
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
}

// One for all blocks of a process that ask for it, ended by the last of them, as in
// browsers.mjs. Sites have each a port of their own, and with it storage of their own.
let running;
let blocks = 0;

export function sharedWebKit() {
  const shared = {};
  ++blocks;
  before(async () => {
    running ??= launchWebKit();
    Object.assign(shared, await running);
  });
  after(async () => {
    if (--blocks > 0) return;
    const started = await running?.catch(() => undefined);
    await started?.close();
  });
  return shared;
}

const keys = { Enter: '\uE007', Escape: '\uE00C', Tab: '\uE004' };

function pageOf(asked) {
  const evaluate = (code, ...args) =>
    asked('POST', '/execute/sync', { script: `return (${code}).apply(null, arguments)`, args });

  async function element(selector) {
    const found = await asked('POST', '/element', { using: 'css selector', value: selector });
    return Object.values(found)[0];
  }

  const page = {
    goto: (url) => asked('POST', '/url', { url }),
    evaluate,
    $eval: (selector, code, ...args) =>
      evaluate(
        `(selector, ...args) => (${code})(document.querySelector(selector), ...args)`,
        selector,
        ...args,
      ),
    $$eval: (selector, code, ...args) =>
      evaluate(
        `(selector, ...args) => (${code})([...document.querySelectorAll(selector)], ...args)`,
        selector,
        ...args,
      ),
    waitForFunction: (code, { polling } = {}, ...args) =>
      until(String(code), async () => {
        if (polling) await pause(polling);
        return evaluate(code, ...args);
      }),
    async waitForSelector(selector) {
      await until(selector, () =>
        evaluate('(selector) => document.querySelector(selector) !== null', selector),
      );
    },
    click: async (selector) => asked('POST', `/element/${await element(selector)}/click`, {}),
    type: async (selector, text) =>
      asked('POST', `/element/${await element(selector)}/value`, { text }),
    select: (selector, value) =>
      page.$eval(
        selector,
        (field, value) => {
          field.value = value;
          field.dispatchEvent(new Event('change', { bubbles: true }));
        },
        value,
      ),
    keyboard: {
      press: (key) =>
        asked('POST', '/actions', {
          actions: [
            {
              type: 'key',
              id: 'keyboard',
              actions: ['keyDown', 'keyUp'].map((type) => ({ type, value: keys[key] ?? key })),
            },
          ],
        }),
    },
    screenshot: async () => Buffer.from(await asked('GET', '/screenshot'), 'base64'),
  };
  return page;
}

// A visit as visit.mjs makes it, with what WebDriver can tell: violations from the
// moment on in which the page stands.
export async function visitWebKit(page, { from = 'site', now = '' } = {}) {
  const site = from === 'site' ? await serve({ base: '/' }) : undefined;
  site?.unref();
  await page.goto((site?.address ?? singleFile) + (now && `?now=${encodeURIComponent(now)}`));
  await page.waitForSelector('#sample');
  await page.evaluate(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
    });
  });
  return {
    page,
    site,
    violations: () => page.evaluate(() => window.violations),
    text: (selector) => page.$eval(selector, (element) => element.innerText.trim()),
    texts: (selector) => page.$$eval(selector, (all) => all.map((each) => each.innerText.trim())),
    close: () => site?.close(),
  };
}
