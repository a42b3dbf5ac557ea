// Runs one contender on the chosen file, as a page would: the File goes to a
// worker, the answers come back. The clock stops when they have arrived; starting
// the worker and compiling the module come before it starts.
import { duckdbContender } from './duckdb.mjs';

function workerContender(script, type = 'module') {
  const worker = new Worker(script, { type });
  let settle;
  worker.onmessage = ({ data }) =>
    data.error ? settle.reject(new Error(data.error)) : settle.resolve(data);
  worker.onerror = (event) => settle.reject(new Error(event.message || 'the worker died'));
  const ask = (message) =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      worker.postMessage(message);
    });
  return {
    ready: () => ask({ what: 'ready' }),
    run: (file, options) => ask({ what: 'run', file, ...options }),
    more: (options) => ask({ what: 'more', ...options }),
  };
}

const CONTENDERS = {
  parcelwise: () => workerContender('parcelwise_worker.js', 'classic'),
  refunds: () => workerContender('refunds_worker.js', 'classic'),
  papaparse: () => workerContender('papaparse_worker.js', 'classic'),
  udsv: () => workerContender('udsv_worker.mjs'),
  duckdb: duckdbContender,
};

let contender;

// {version?} once the contender is loaded.
window.prepare = async (name) => {
  contender = CONTENDERS[name]();
  return contender.ready();
};

// {ms, answers, ...} of one run on the file that stands in the input.
window.runOnce = async (options) => {
  const file = document.getElementById('file').files[0];
  const start = performance.now();
  const result = await contender.run(file, options);
  return { ms: performance.now() - start, ...result };
};

// What is asked of Parcelwise outside the clock, to check its answers.
window.askMore = (options) => contender.more(options);
