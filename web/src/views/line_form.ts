// Lines that only the seller has, such as units in hand or tracking numbers: a button of
// the list's bar opens their panel, one field takes them as typed or pasted, and what is
// refused is named below it.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import { icon } from './icon';
import { valueOf } from './option';
import type { Drawn } from './scene';

export type LineFormName = 'stock' | 'tracking';

export function panelButton(
  name: LineFormName | 'outbox',
  text: string,
  open: boolean,
  show: (open: boolean) => void,
): Drawn {
  return html`<button
    type="button"
    id="open-${name}"
    aria-expanded=${open}
    @click=${() => show(!open)}
  >
    ${text}
  </button>`;
}

interface LineForm {
  readonly name: LineFormName; // begins the ids
  readonly label: string;
  readonly rows: number;
  readonly placeholder: string; // a line as it may be typed
  readonly text?: string; // what was given before
  readonly drafts: Map<string, string>; // what is typed stays while the panel is closed
  readonly failure: Drawn | undefined;
  readonly hint: string;
  readonly apply: string;
  readonly before?: Drawn; // what stands before the button, and behind it
  readonly after?: Drawn;
  readonly submit: (field: HTMLTextAreaElement) => void;
}

export function lineForm(form: LineForm): Drawn {
  const { name, failure, drafts } = form;
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('textarea');
    if (field) form.submit(field);
  };
  return html`<form class="line-form" @submit=${submit}>
    <label for="${name}-field">${form.label}</label>
    <textarea
      id="${name}-field"
      rows=${form.rows}
      spellcheck="false"
      autocomplete="off"
      aria-invalid=${failure ? 'true' : 'false'}
      aria-describedby="${name}-${failure ? 'error' : 'hint'}"
      placeholder=${form.placeholder}
      .value=${live(drafts.get(name) ?? form.text ?? '')}
      @input=${(event: Event) => void drafts.set(name, valueOf(event))}
    ></textarea>
    ${failure
      ? html`<p id="${name}-error" class="bad" role="alert">${icon('warning')} ${failure}</p>`
      : nothing}
    <p id="${name}-hint" class="faint">${form.hint}</p>
    <div class="ways">
      ${form.before ?? nothing}
      <button type="submit" id="${name}-apply" class="main">${form.apply}</button>
      ${form.after ?? nothing}
    </div>
  </form>`;
}
