// The first and the third table: Parcelwise and its peers in one Chromium, each
// in a page of its own, on the same File. Answers first; who answers otherwise
// gets no time.
import puppeteer from 'puppeteer-core';
import { compareAnswers } from './asked.mjs';
import { NOW } from './reports.mjs';
import { watchRenderers } from './renderer_memory.mjs';
import { median, megabytes, printTable, times } from './table.mjs';

export async function openBrowser(executablePath) {
  return puppeteer.launch({
    executablePath,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-dev-shm-usage'],
    protocolTimeout: 600_000,
  });
}

// One contender's warm-up and runs: {name, answers, ms: [...], ...} or {name, failure}.
async function measure(browser, origin, name, report, runs) {
  const page = await browser.newPage();
  try {
    await page.goto(`${origin}/bench/index.html`);
    const { version } = await page.evaluate((contender) => window.prepare(contender), name);
    await (await page.$('#file')).uploadFile(report.path);
    const options = {
      now: NOW,
      encoding: report.encoding === 'cp932' ? 'shift_jis' : 'utf-8',
      columns: report.columns,
    };
    const once = () => page.evaluate((given) => window.runOnce(given), options);
    const peak = await watchRenderers(browser);
    let last = await once();
    const memory = await peak();
    const ms = [],
      parts = [];
    for (let i = 0; i < runs; i++) {
      last = await once();
      ms.push(last.ms);
      parts.push(last.parts);
    }
    const more =
      name === 'parcelwise'
        ? await page.evaluate((given) => window.askMore(given), options)
        : { answers: {} };
    return {
      name,
      version,
      ...last,
      ms,
      parts,
      memory,
      answers: { ...last.answers, ...more.answers },
    };
  } catch (error) {
    return { name, failure: String(error.message).split('\n')[0] };
  } finally {
    await page.close();
  }
}

const NAMES = {
  parcelwise: 'Parcelwise',
  papaparse: 'PapaParse',
  udsv: 'uDSV',
  duckdb: 'DuckDB-WASM',
};

export async function browserTable({ browser, origin, contenders, report, versions, runs = 5 }) {
  const results = [];
  for (const name of contenders) results.push(await measure(browser, origin, name, report, runs));
  console.log(`In one Chromium: ${report.title}`);
  const { rows, differing } = compareAnswers(results, report.columns);
  printTable(['answers', ...results.map((result) => NAMES[result.name])], rows);
  const own = results.find((result) => result.name === 'parcelwise' && !result.failure);
  const ownTime = own && !differing.has('parcelwise') && median(own.ms);
  printTable(
    ['median', 'version', 'time', "of Parcelwise's", 'peak memory', 'of the file'],
    results.map((result) => {
      if (result.failure)
        return [NAMES[result.name], versions[result.name] ?? '', 'N/A', '', '', ''];
      const time = median(result.ms);
      return [
        NAMES[result.name],
        versions[result.name] ?? '',
        differing.has(result.name)
          ? `N/A (${Math.round(time)} ms, other answers)`
          : `${Math.round(time)} ms`,
        ownTime && !differing.has(result.name) ? times(time / ownTime) : '',
        result.memory === null ? 'unknown' : megabytes(result.memory),
        result.memory === null ? '' : `${Math.round((100 * result.memory) / report.bytes)} %`,
      ];
    }),
  );
  for (const result of results.filter((one) => one.failure))
    console.log(`  ${NAMES[result.name]} failed: ${result.failure}\n`);
  if (own) {
    const part = (name) => Math.round(median(own.parts.map((parts) => parts[name])));
    console.log(
      `  Parcelwise: reading ${part('read')} ms, all rules ${part('check')} ms, first page ${part('rows')} ms; WASM memory ${megabytes(own.heap)} = ${Math.round((100 * own.heap) / report.bytes)} % of the file.`,
    );
    console.log(
      `  Single runs, ms: ${results
        .filter((one) => one.ms)
        .map((one) => `${NAMES[one.name]} ${one.ms.map(Math.round).join(' ')}`)
        .join('; ')}\n`,
    );
  }
  return results;
}

// A day's report: bytes to the first page of rows, in the worker.
export async function smallTable({ browser, origin, report, runs = 20 }) {
  const result = await measure(browser, origin, 'parcelwise', report, runs);
  console.log(`A day's report, dropped to the first page of rows, in the worker: ${report.title}`);
  if (result.failure) console.log(`  failed: ${result.failure}\n`);
  else
    printTable(
      ['', 'median', 'slowest', 'target'],
      [
        [
          'Parcelwise',
          `${median(result.ms).toFixed(1)} ms`,
          `${Math.max(...result.ms).toFixed(1)} ms`,
          '100 ms',
        ],
      ],
    );
}
