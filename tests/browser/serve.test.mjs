// The server of `make run` gives the site and nothing else of the disk.

import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { serve } from '../../web/serve.mjs';

describe('the server', () => {
  let site;
  before(async () => (site = await serve()));
  after(() => site.close());

  // Not fetch: it would tidy the path before sending it.
  const get = (path) =>
    new Promise((resolve, reject) => {
      const { port } = new URL(site.address);
      request({ port, host: '127.0.0.1', path }, (response) => {
        let body = '';
        response.on('data', (chunk) => (body += chunk));
        response.on('end', () => resolve({ ...response, body, status: response.statusCode }));
      })
        .on('error', reject)
        .end();
    });

  it('gives the page with its type', async () => {
    const { status, body } = await get('/');
    assert.equal(status, 200);
    assert.match(body, /<parcelwise-page>/);
  });

  for (const path of ['/../../build.mjs', '/%2e%2e/build.mjs', '/..%2f..%2fbuild.mjs', '/%']) {
    it(`has no ${path}`, async () => assert.equal((await get(path)).status, 404));
  }
});
