// One choice of a <select>. The selected one is set as a property, so that a choice
// which the core refused really goes back.

import { html } from 'lit/html.js';
import { live } from 'lit/directives/live.js';

export function option(value: string, text: string, chosen: string) {
  return html`<option value=${value} .selected=${live(value === chosen)}>${text}</option>`;
}

export function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
