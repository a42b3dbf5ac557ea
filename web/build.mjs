// Builds the page twice from one source: web/dist/site for a static host, and
// web/dist/parcelwise.html, one file that opens from the disk. Prints both sizes and
// fails above the budget. The same sources give the same bytes.
//
//   node web/build.mjs [FOLDER_OF_THE_WASM_BUILD]     default: build/wasm/wasm

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inSevenBits } from './build/seven_bits.mjs';
import { bundle, minified } from './build/bundle.mjs';
import { gzipped, packed } from './build/pack.mjs';
import { digestOf, inScript, manifest, pageOf, policyOf } from './build/page.mjs';
import { samples } from './build/samples.mjs';
import { inStreams } from './build/streams.mjs';

const web = fileURLToPath(new URL('.', import.meta.url));
const dist = join(web, 'dist');
const core = resolve(
  process.argv[2] ?? process.env.PARCELWISE_WASM ?? join(web, '../build/wasm/wasm'),
);

const kib = 1000;
const budget = { siteCompressed: 597 * kib, file: 910 * kib };

async function main() {
  const loader = await readFile(join(core, 'parcelwise.js'), 'utf8');
  const bytes = await readFile(join(core, 'parcelwise.wasm'));
  const content = [await inStreams(bytes), await samples(join(web, '../data/samples'))];
  const wasm = packed(Buffer.concat(content));
  const template = await readFile(join(web, 'index.html'), 'utf8');
  const page = await bundle(join(web, 'src/page.ts'), 'ParcelwisePage');
  const entry = await bundle(join(web, 'src/worker/entry.ts'), 'ParcelwiseWorker');
  const worker = await minified(`${inWorker(loader)}\n${entry.script}`);

  await rm(dist, { recursive: true, force: true });
  await mkdir(join(dist, 'site'), { recursive: true });
  // For a host the worker's script stands as it is: it is packed there with the page's own,
  // whose words it shares.
  const plain = `<script type="text/plain" id="worker-script">${inScript(worker)}</script>`;
  const script = inlined('worker-script', gzipped(worker));
  const notices = await readFile(join(web, 'notices.txt'), 'utf8');
  const site = await writeSite(template, page, `${plain}\n    ${inBase64('core-wasm', wasm)}`);
  const parts = `${script}\n    ${inlined('core-wasm', wasm)}${asText(notices)}`;
  const file = await writeSingleFile(template, page, parts);
  await writeFile(join(dist, 'site/notices.txt'), notices);
  await writeFile(join(dist, 'site/parcelwise.html'), file); // to be saved from the site
  report(site, file);
}

// The loader for where it runs, a worker: what it would do elsewhere is left out.
function inWorker(loader) {
  const places = { WEB: false, WORKER: true, NODE: false };
  return Object.entries(places).reduce((script, [place, here]) => {
    const name = `ENVIRONMENT_IS_${place}`;
    const declared = new RegExp(`var ${name}=[^;]*;`);
    if (!declared.test(script)) throw new Error(`the loader has no ${name}`);
    return script.replace(declared, '').replaceAll(name, String(here));
  }, loader);
}

// The same page, the service worker that keeps it for offline use, and what makes an app
// of it.
async function writeSite(template, page, parts) {
  const html = pageOf(template, {
    ...page,
    policy: policyOf({ ...page, worker: "blob: 'self'", more: ["manifest-src 'self'"] }),
    marks:
      '<meta name="offline" content="sw.js" />' +
      '<link rel="manifest" href="parcelwise.webmanifest" />',
    parts,
  });
  const files = new Map([['index.html', html]]);
  const offline = await bundle(join(web, 'src/offline/sw.ts'), 'ParcelwiseOffline', {
    version: JSON.stringify(digestOf(html)),
    files: JSON.stringify([...files.keys()]),
  });
  files.set('sw.js', offline.script);
  files.set('parcelwise.webmanifest', manifest);
  for (const [name, bytes] of files) await writeFile(join(dist, 'site', name), bytes);
  return files;
}

// Packed bytes within the page, for web/src/worker/packed_part.ts.
function inlined(id, bytes) {
  return `<script type="text/plain" id="${id}" data-bytes="${bytes.length}">${inSevenBits(bytes)}</script>`;
}

// The licences of others, folded below the page.
function asText(notices) {
  const escaped = notices.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const [title, ...lines] = escaped.split('\n');
  const text = lines.join('\n');
  return `<details id="licences"><summary>${title}</summary>${text}</details>`;
}

// A host sends its page packed: of Base64 nothing is left then but the bytes, while seven
// bits and what they leave out cost a fortieth.
function inBase64(id, bytes) {
  return `<script type="text/plain" id="${id}">${bytes.toString('base64')}</script>`;
}

async function writeSingleFile(template, page, parts) {
  const html = pageOf(template, {
    ...page,
    policy: policyOf({ ...page, worker: 'blob:' }),
    parts,
  });
  await writeFile(join(dist, 'parcelwise.html'), html);
  return html;
}

// A host sends a file as gzip, or as it is where that is smaller.
function sent(bytes) {
  return Math.min(Buffer.byteLength(bytes), gzipped(bytes).byteLength);
}

function report(site, file) {
  const line = (name, plain, small) =>
    console.log(`${name.padEnd(36)} ${kb(plain)} ${kb(small)} sent`);
  let whole = 0;
  let wholeSent = 0;
  for (const [name, bytes] of site) {
    line(`site/${name}`, Buffer.byteLength(bytes), sent(bytes));
    whole += Buffer.byteLength(bytes);
    wholeSent += sent(bytes);
  }
  line('site, first load', whole, wholeSent);
  line('parcelwise.html', Buffer.byteLength(file), sent(file));
  keepTo(budget.siteCompressed, 'the first load', wholeSent);
  keepTo(budget.file, 'the single file', Buffer.byteLength(file));
}

function kb(bytes) {
  return `${(bytes / kib).toFixed(1).padStart(7)} kB`;
}

function keepTo(allowed, what, bytes) {
  if (bytes <= allowed) return;
  console.error(`${what} is ${kb(bytes)}, over its budget of ${kb(allowed)}`);
  process.exitCode = 1;
}

await main();
