// Peak memory of a page's own process, from the kernel: it holds the page, its
// workers, JavaScript and WebAssembly heaps alike. Linux only; null elsewhere.
import { readFileSync, writeFileSync } from 'node:fs';

async function rendererIds(browser) {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

function kilobytes(id, name) {
  try {
    return Number(
      new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${id}/status`, 'utf8'))[1],
    );
  } catch {
    return 0;
  }
}

// Starts to watch; the answer tells, in bytes, how far any renderer's peak rose over its start.
export async function watchRenderers(browser) {
  const before = new Map();
  for (const id of await rendererIds(browser)) {
    try {
      writeFileSync(`/proc/${id}/clear_refs`, '5'); // the peak counts from now
    } catch {
      return async () => null;
    }
    before.set(id, kilobytes(id, 'VmRSS'));
  }
  return async () => {
    const rises = [...before].map(([id, start]) => kilobytes(id, 'VmHWM') - start);
    return rises.length > 0 ? Math.max(...rises) * 1024 : null;
  };
}
