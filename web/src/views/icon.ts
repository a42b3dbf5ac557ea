// The few drawings of the page, inline so that nothing is fetched. They say nothing
// to a screen reader; the words beside them do.

import { html, svg } from 'lit/html.js';

const paths = {
  parcel: svg`<path d="M3 7.5 12 3l9 4.5v9L12 21l-9-4.5zM3 7.5l9 4.5 9-4.5M12 12v9M7.5 5.2l9 4.6"/>`,
  drop: svg`<path d="M12 3v11m-4.5-4.5L12 14l4.5-4.5M4 16v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3"/>`,
  back: svg`<path d="M11 5l-7 7 7 7M4 12h16"/>`,
  up: svg`<path d="m6 15 6-6 6 6"/>`,
  down: svg`<path d="m6 9 6 6 6-6"/>`,
  close: svg`<path d="M6 6l12 12M18 6 6 18"/>`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  warning: svg`<path d="M12 4 2.8 20h18.4zM12 10v4.5m0 2.6v.1"/>`,
  search: svg`<path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zm4.8-1.7L21 21"/>`,
  clock: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2"/>`,
  help: svg`<path d="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.5 9.5a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8m0 2.9v.1"/>`,
  copy: svg`<path d="M9 9h11v12H9zM5 15H4V3h11v2"/>`,
  print: svg`<path d="M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z"/>`,
  shield: svg`<path d="M12 3 4 6v5c0 5 3.4 8.6 8 10 4.6-1.4 8-5 8-10V6zM8.5 12l2.5 2.5 4.5-5"/>`,
  cloudless: svg`<path d="M3 3l18 18M7 18a4 4 0 0 1-.5-8M10 6.3A6 6 0 0 1 18 11a3.6 3.6 0 0 1 2.4 5.2M14.5 18H7"/>`,
  ledger: svg`<path d="M6 3h12v18H6zM9.5 8h5m-5 4h5m-5 4h3"/>`,
};

export function icon(name: keyof typeof paths) {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${paths[name]}
  </svg>`;
}
