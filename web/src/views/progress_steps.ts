// How far an order has come on this machine: a word in its row, a line of steps in its
// panel, and the seller's own marks there: why it is held, and notes.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { OrderDetail, OrderProgress, ProgressState, Row } from '../../../wasm/parcelwise';
import { ownZone, formatMoment } from '../format/when';
import { icon } from './icon';
import { valueOf } from './option';
import type { Drawn, Scene } from './scene';

const chain: readonly ProgressState[] = ['label-made', 'numbered', 'in-confirmation', 'left'];

export function progressBadge({ speech }: Scene, { progress }: Row): Drawn {
  if (!progress || progress === 'new') return nothing;
  return html`<span class="badge step ${progress}">${speech.words.journal.states[progress]}</span>`;
}

export function progressSteps(scene: Scene, order: OrderDetail): Drawn {
  const { speech } = scene;
  const { progress } = order;
  if (!progress) return nothing;
  const words = speech.words.journal;
  const odd = progress.state === 'held' || progress.state === 'came-back';
  return html`<section class="progress" id="progress" aria-label=${words.progress}>
    <ol class="steps-line">
      ${chain.map((step, place) => {
        const at = momentOf(progress, step);
        const passed = chain.slice(place).some((each) => momentOf(progress, each));
        return html`<li class=${at ? 'reached' : ''}>
          <span class="mark">${at ? icon('check') : nothing}</span>
          <span>${words.states[step]}</span>
          ${at
            ? html`<time datetime=${at}>${told(scene, at)}</time>`
            : html`<i>${passed ? speech.words.list.unknown : words.notYet}</i>`}
        </li>`;
      })}
    </ol>
    ${odd
      ? html`<p class="badge step ${progress.state}">${words.states[progress.state]}</p>`
      : nothing}
    ${progress.hold ? html`<p>${progress.hold}</p>` : nothing}
    ${(progress.notes ?? []).map((note) => html`<p class="own-note">${note}</p>`)}
  </section>`;
}

function momentOf(progress: OrderProgress, step: ProgressState): string | undefined {
  if (step === 'label-made') return progress.label_at;
  if (step === 'numbered') return progress.numbered_at;
  return step === 'in-confirmation' ? progress.confirmed_at : progress.left_at;
}

function told({ speech, desk, clock }: Scene, at: string): string {
  return formatMoment(speech.language, at, desk.summary?.policy.zone ?? ownZone, clock.now);
}

// One field for both: why the order waits, or what is to be remembered.
export function ownMarks({ speech, drafts, act }: Scene, { progress }: OrderDetail): Drawn {
  if (!progress) return nothing;
  const { order_id: order, state } = progress;
  const words = speech.words.journal;
  const draft = `note ${order}`; // stays at its order
  const taken = () => {
    const text = drafts.get(draft)?.trim() ?? '';
    drafts.delete(draft);
    return text;
  };
  return html`<form
    class="own-marks"
    autocomplete="off"
    @submit=${(e: Event) => e.preventDefault()}
  >
    <label>
      <span class="unseen">${words.ownWords}</span>
      <input
        type="text"
        id="own-words"
        maxlength="200"
        placeholder=${words.ownWords}
        .value=${live(drafts.get(draft) ?? '')}
        @input=${(event: Event) => void drafts.set(draft, valueOf(event))}
      />
    </label>
    ${state === 'held'
      ? html`<button type="button" id="release" @click=${() => act.release(order)}>
          ${words.release}
        </button>`
      : html`<button type="button" id="hold" @click=${() => act.hold(order, taken())}>
          ${words.hold}
        </button>`}
    <button
      type="button"
      id="add-note"
      @click=${() => {
        const text = taken();
        if (text) act.note(order, text);
      }}
    >
      ${words.note}
    </button>
  </form>`;
}
