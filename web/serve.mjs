// Serves web/dist/site on this machine, for `make run` and the browser tests.
//
//   node web/serve.mjs [PORT]     default 8080; 0 takes any free one

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const dist = fileURLToPath(new URL('./dist', import.meta.url));

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.webmanifest', 'application/manifest+json'],
]);

// Under a folder of the address too, as on GitHub Pages: { base: '/parcelwise/' }.
export function serve({ port = 0, root = join(dist, 'site'), base = '/' } = {}) {
  const server = createServer(async (request, response) => {
    const answer = (status, type, body) => {
      response.writeHead(status, {
        'Content-Type': type,
        'Cache-Control': 'no-cache',
        'X-Content-Type-Options': 'nosniff',
      });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const plain = 'text/plain; charset=utf-8';
    if (!['GET', 'HEAD'].includes(request.method)) return answer(405, plain, 'GET only');
    try {
      const { pathname } = new URL(request.url, 'http://localhost');
      const path = decodeURIComponent(pathname);
      if (!path.startsWith(base)) return answer(404, plain, 'not found');
      const wanted = normalize(join(root, path.slice(base.length) || 'index.html'));
      if (!wanted.startsWith(root + sep) || wanted.includes('\0')) throw new Error('outside');
      answer(200, types.get(extname(wanted)) ?? 'application/octet-stream', await readFile(wanted));
    } catch {
      answer(404, plain, 'not found');
    }
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = `http://127.0.0.1:${server.address().port}${base}`;
      const close = () =>
        new Promise((done) => {
          server.close(done);
          server.closeAllConnections();
        });
      resolve({ address, close, unref: () => server.unref() });
    });
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { address } = await serve({ port: Number(process.argv[2] ?? 8080) });
  console.log(`Parcelwise is at ${address}`);
  console.log(`As one file, to open from the disk: ${join(dist, 'parcelwise.html')}`);
}
