// What leaves: which orders, as which file or paper, what stands in its way, and the
// button. The problems are shown before anything is written.

import { html, nothing } from 'lit/html.js';
import { live } from 'lit/directives/live.js';
import type { ExportChoice, RowNote } from '../../../wasm/parcelwise';
import { formats, papers, type Format, type Target } from '../desk/outbox';
import { carrierQuestion } from './carrier_field';
import { goodsNames } from './goods_names';
import { icon } from './icon';
import { layoutForm } from './layout_form';
import { panelButton } from './line_form';
import { afterDownload } from './next_step';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';
import { servicesList } from './services_list';
import { shopForm } from './shop_form';

const notesShown = 20;
const asideShown = 5;
const readers = ['carrier', 'amazon', 'you'] as const;

// The plan of refunds has its own way out.
function filesFor({ desk }: Scene, reader: ExportChoice['for']) {
  return desk.exports.filter(
    ({ for: whose, kind }) => whose === reader && kind !== 'adjustments' && !desk.lacks(kind),
  );
}

export function outboxButton({ speech, outbox, act }: Scene): Drawn {
  const { title } = speech.words.outbox;
  return panelButton('outbox', title, outbox.open, (show) => act.showOutbox(show));
}

export function outboxPanel(scene: Scene): Drawn {
  const { speech, outbox, act } = scene;
  if (!outbox.open) return nothing;
  const words = speech.words.outbox;
  const { chosen, paper, failure, shopFailure } = outbox;
  const bad = (text: unknown) =>
    html`<p class="notice bad" role="alert">${icon('warning')}<span>${text}</span></p>`;
  return html`<section class="outbox" aria-label=${words.title}>
    <div class="ways">
      ${dueButton(scene, 'today')} ${dueButton(scene, 'overdue')}
      <span id="outbox-chosen" class="faint" role="status">
        ${chosen.size > 0 ? speech.count(words.chosen, chosen.size) : words.all}
      </span>
      ${chosen.size > 0
        ? html`<button
            type="button"
            id="outbox-none"
            class="quiet"
            @click=${() => void outbox.choose([...chosen], false)}
          >
            ${words.none}
          </button>`
        : nothing}
    </div>
    <div class="ways">
      <label class="field">
        <span>${words.target}</span>
        <select
          id="outbox-target"
          @change=${(e: Event) => void outbox.aim({ target: valueOf(e) as Target })}
        >
          <optgroup label=${words.paper}>
            ${papers.map((each) => option(each, words.papers[each], outbox.target))}
          </optgroup>
          ${readers.map((reader) => {
            const files = filesFor(scene, reader);
            if (files.length === 0) return nothing;
            return html`<optgroup label=${words.files[reader]}>
              ${files.map(({ kind, name }) => option(kind, name, outbox.target))}
            </optgroup>`;
          })}
        </select>
      </label>
      ${paper
        ? html`<label class="field">
            <span>${words.format}</span>
            <select
              id="outbox-format"
              @change=${(e: Event) => void outbox.print(valueOf(e) as Format)}
            >
              ${formats[paper].map((each) => option(each, words.formats[each], outbox.format))}
            </select>
          </label>`
        : nothing}
      ${outbox.target === 'cancellations' ? reasonChoice(scene) : nothing}
      ${outbox.target === 'shipping-confirmation' && (scene.desk.summary?.incomplete ?? 0) > 0
        ? html`<label class="check">
            <input
              type="checkbox"
              id="outbox-unread"
              .checked=${live(outbox.acceptUnread)}
              @change=${() => void outbox.aim({ acceptUnread: !outbox.acceptUnread })}
            />
            ${words.acceptUnread}
          </label>`
        : nothing}
      <label class="check">
        <input
          type="checkbox"
          id="outbox-strict"
          .checked=${live(outbox.strict)}
          @change=${() => void outbox.aim({ strict: !outbox.strict })}
        />
        ${words.strict}
      </label>
      <button
        type="button"
        id="outbox-send"
        class="main"
        ?disabled=${!outbox.ready}
        @click=${() => (paper ? act.printPaper() : act.downloadFiles())}
      >
        ${paper ? words.print : words.download}
      </button>
    </div>
    ${afterDownload(scene)}
    ${shopFailure ? bad(html`${shopFailure.message} <b>${speech.words.files.kept}</b>`) : nothing}
    ${asideNotice(scene)} ${carrierQuestion(scene)} ${goodsNames(scene)}
    ${failure ? bad(inWords(scene, failure.message)) : outcome(scene)} ${servicesList(scene)}
    ${layoutForm(scene)} ${shopForm(scene)}
  </section>`;
}

// Amazon's codes that a seller has a reason to give, most usual first.
const reasons = [
  'NoInventory',
  'ShippingAddressUndeliverable',
  'PricingError',
  'CannotVerifyInformation',
  'GeneralAdjustment',
  'BuyerCanceled',
] as const;

function reasonChoice({ speech, outbox }: Scene): Drawn {
  const words = speech.words.outbox;
  return html`<label class="field">
    <span>${words.reason}</span>
    <select id="outbox-reason" @change=${(e: Event) => void outbox.aim({ reason: valueOf(e) })}>
      ${option('', words.asAsked, outbox.reason)}
      ${reasons.map((each) => option(each, words.reasons[each], outbox.reason))}
    </select>
  </label>`;
}

function dueButton({ speech, desk, outbox, act }: Scene, urgency: 'overdue' | 'today'): Drawn {
  const ship = desk.summary?.rules.find((each) => each.rule === 'ship');
  const count = outbox.standing.dueOf(urgency)?.length ?? ship?.counts[urgency] ?? 0;
  const choose = async () => {
    const found = await outbox.chooseDue(urgency);
    act.set({ announced: speech.count(speech.words.outbox.chosen, found) });
  };
  return html`<button
    type="button"
    id="outbox-${urgency}"
    ?disabled=${count === 0}
    @click=${() => void choose()}
  >
    ${speech.fill(speech.words.outbox[urgency], { n: count })}
  </button>`;
}

// A setting by its label below, in place of its place in the shop's file.
function inWords({ speech, desk, outbox }: Scene, message: string): string {
  const settings = desk.exports.find(({ kind }) => kind === outbox.target)?.settings ?? [];
  const [opening = '', closing = ''] = { en: '“”', it: '«»', ja: '「」' }[speech.language];
  return [...settings]
    .sort((a, b) => b.name.length - a.name.length) // one may begin another
    .reduce(
      (text, { name, label }) => text.replaceAll(name, () => opening + label + closing),
      message,
    );
}

// Which orders stay out of it although none are chosen, and why.
function asideNotice({ speech, outbox }: Scene): Drawn {
  const words = speech.words.outbox;
  const { aside, takeAside } = outbox;
  if (aside.length === 0) return nothing;
  const more = aside.length - asideShown;
  const named = aside.slice(0, asideShown).join(', ');
  const orders = more > 0 ? `${named}, ${speech.fill(words.more, { n: more })}` : named;
  return html`<p class="notice" id="outbox-aside">
    <span>${speech.fill(words.aside, { n: aside.length, orders })}</span>
    <label class="check">
      <input
        type="checkbox"
        .checked=${live(takeAside)}
        @change=${() => void outbox.aim({ takeAside: !takeAside })}
      />
      ${words.takeAside}
    </label>
  </p>`;
}

// What comes of it, shown before it is written.
function outcome(scene: Scene): Drawn {
  const { speech, outbox } = scene;
  const words = speech.words.outbox;
  const { written, slips, made, strict } = outbox;
  if (!made) return nothing;
  const names = (written?.files ?? []).map((each) => each.name).join(', ');
  const { handed } = outbox; // of which the step above has told
  const told = names !== '' && handed?.written.files.map((each) => each.name).join(', ') === names;
  const stopped = strict && made.left_out.length > 0;
  return html`<div class="outbox-outcome" aria-live="polite">
    <p>
      ${written && !told
        ? speech.count(words.rows, written.rows, { files: names || '–' })
        : nothing}
      ${slips ? speech.count(words.sheets, slips.slips.length) : nothing}
      ${stopped ? html`<b class="bad">${words.stopped}</b>` : nothing}
    </p>
    ${outbox.again > 0
      ? html`<p class="notice bad" id="outbox-again">
          ${icon('warning')}
          <span>
            ${speech.fill(outbox.isLabel ? words.haveLabel : words.inConfirmation, {
              n: outbox.again,
            })}
          </span>
        </p>`
      : nothing}
    ${made.companions > 0
      ? html`<p id="outbox-companions">${speech.count(words.companions, made.companions)}</p>`
      : nothing}
    ${(written?.health ?? []).map((text) => html`<p class="notice bad health">${text}</p>`)}
    ${notes(speech.count(words.leftOut, made.orders_left_out), 'left-out', made.left_out)}
    ${notes(speech.count(words.warnings, made.warnings.length), 'warnings', made.warnings)}
  </div>`;

  function notes(title: string, name: string, all: readonly RowNote[]): Drawn {
    if (all.length === 0) return nothing;
    return html`<h3>${title}</h3>
      <ul class=${name}>
        ${all.slice(0, notesShown).map(({ message }) => html`<li>${inWords(scene, message)}</li>`)}
        ${all.length > notesShown
          ? html`<li class="faint">${speech.fill(words.more, { n: all.length - notesShown })}</li>`
          : nothing}
      </ul>`;
  }
}
