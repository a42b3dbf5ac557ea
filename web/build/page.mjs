// Fills the page's template: style and script inline, and the security policy that
// allows exactly those two by their digests.

import { createHash } from 'node:crypto';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">' +
  '<rect width="24" height="24" rx="5" fill="#1b4d7a"/>' +
  '<path d="M5 8.5 12 5l7 3.5v7L12 19l-7-3.5zm0 0 7 3.5 7-3.5M12 12v7" fill="none" ' +
  'stroke="#fff" stroke-width="1.6" stroke-linejoin="round"/></svg>';

const iconUrl = `data:image/svg+xml,${icon.replaceAll('"', "'").replaceAll('#', '%23')}`;

// The hosted page as an app, where the browser makes one of it: with an icon of its own, and
// among the programs that open a report.
export const manifest = JSON.stringify({
  id: './',
  name: 'Parcelwise',
  start_url: './',
  display: 'standalone',
  background_color: '#1b4d7a',
  theme_color: '#1b4d7a',
  icons: [{ src: iconUrl, sizes: 'any', type: 'image/svg+xml' }],
  file_handlers: [
    {
      action: './',
      accept: {
        'text/plain': ['.txt'],
        'text/tab-separated-values': ['.tsv'],
        'text/csv': ['.csv'],
      },
    },
  ],
  share_target: {
    action: './',
    method: 'POST',
    enctype: 'multipart/form-data',
    params: {
      files: [
        {
          name: 'reports',
          accept: ['text/plain', 'text/csv', 'text/tab-separated-values', '.txt', '.csv', '.tsv'],
        },
      ],
    },
  },
  launch_handler: { client_mode: 'focus-existing' },
});

export function digestOf(bytes) {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 12);
}

function source(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

// Nothing is fetched: what the page needs is in it, and a service worker fetches by a
// policy of its own.
export function policyOf({ script, style, worker, more = [] }) {
  return [
    "default-src 'none'",
    `script-src ${source(inScript(script))} 'wasm-unsafe-eval'`,
    `style-src ${source(style)}`,
    'img-src data:',
    "connect-src 'none'",
    `worker-src ${worker}`,
    ...more,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types parcelwise lit-html',
  ].join('; ');
}

// Text that would end the element early, or open a comment in it, is written so that
// JavaScript still reads the same.
export function inScript(script) {
  return script.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}

export function pageOf(template, { policy, marks = '', parts, style, script }) {
  const fillings = {
    policy,
    icon: iconUrl,
    marks,
    parts,
    style,
    script: inScript(script),
  };
  return template.replace(/%(policy|icon|marks|parts|style|script)%/g, (_, name) => fillings[name]);
}
