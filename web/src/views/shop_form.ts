// What only the seller knows of the shop: who sends, what is in the parcels, and what
// each carrier wants to know. Kept on this machine; as a file it is what the command's
// --shop reads.

import { html, nothing } from 'lit/html.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ShopSettings } from '../../../wasm/parcelwise';
import { shopOf } from '../desk/settings';
import { option, valueOf } from './option';
import type { Drawn, Scene } from './scene';

const senderFields = ['name', 'phone', 'postal_code', 'address', 'building'] as const;

const autocomplete = {
  name: 'organization',
  phone: 'tel',
  postal_code: 'postal-code',
  address: 'street-address',
  building: 'address-line2',
};

type Texts = Readonly<Record<string, string>>;

// The texts with one changed; what is empty is left out, as the core wants it.
function changed(texts: Texts | undefined, name: string, text: string): Texts | undefined {
  const all = { ...texts, [name]: text.trim() };
  return whole(Object.entries(all).filter(([, each]) => each !== ''));
}

function whole<T>(entries: [string, T][]): Record<string, T> | undefined {
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

function without(shop: Record<string, unknown>): ShopSettings {
  return whole(Object.entries(shop).filter(([, each]) => each !== undefined)) ?? {};
}

export function shopForm(scene: Scene): Drawn {
  const { speech, desk, outbox, act } = scene;
  const { shop: words, files } = speech.words;
  const { shop } = outbox;
  const set = (change: Record<string, unknown>) =>
    void outbox.setShop(without({ ...shop, ...change }));
  const field = (
    id: string,
    label: string,
    value: string,
    put: (text: string) => void,
    more: { auto?: string; pattern?: string | undefined; required?: boolean } = {},
  ) => {
    const taken = (event: Event) => put(valueOf(event));
    const choices = /^\w+(\|\w+)*$/.test(more.pattern ?? '') ? more.pattern?.split('|') : undefined;
    return html`<label class="field">
      <span>${label}${more.required ? ' *' : nothing}</span>
      ${choices
        ? html`<select id=${id} @change=${taken}>
            ${['', ...choices].map((each) =>
              option(each, each === 'yes' ? words.yes : each || '–', value),
            )}
          </select>`
        : html`<input
            type="text"
            id=${id}
            autocomplete=${more.auto ?? 'off'}
            maxlength="200"
            pattern=${more.pattern ?? nothing}
            .value=${value}
            @change=${taken}
          />`}
    </label>`;
  };
  const target = desk.exports.find((each) => each.kind === outbox.target);
  const picked = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    const read = file && shopOf(await file.text());
    if (read) await outbox.offerShop(read);
    else if (file) act.set({ announced: `${words.notAShop} ${files.kept}` });
  };
  return html`<details class="shop">
    <summary>${words.title}</summary>
    <p class="faint">${words.hint}</p>
    <form class="fields" @submit=${(event: Event) => event.preventDefault()}>
      ${senderFields.map((name) =>
        field(
          `shop-${name}`,
          words.sender[name],
          shop.sender?.[name] ?? '',
          (text) => set({ sender: changed(shop.sender as Texts, name, text) }),
          { auto: autocomplete[name] },
        ),
      )}
      ${field('shop-goods', words.goods, shop.goods ?? '', (text) =>
        set({ goods: text.trim() || undefined }),
      )}
      ${repeat(
        Object.entries(shop.labels ?? {}),
        ([sku]) => sku,
        ([sku, name]) =>
          field(`shop-label-${sku}`, sku, name, (text) => void outbox.nameGoods([[sku, text]])),
      )}
      ${target?.settings.map(({ name: place, label, required, pattern }) => {
        const [, own, carrier = '', setting = ''] = place.split('/');
        if (own !== 'carriers') return nothing; // of the shop itself: it stands above
        const texts = shop.carriers?.[carrier];
        const put = (text: string) => {
          const now = { ...shop.carriers, [carrier]: changed(texts, setting, text) };
          set({ carriers: whole(Object.entries(now).filter(([, each]) => each)) });
        };
        return field(`shop-${carrier}-${setting}`, label, texts?.[setting] ?? '', put, {
          pattern,
          required,
        });
      })}
    </form>
    <div class="ways">
      <label class="button">
        <input type="file" id="shop-pick" class="unseen" accept=".json" @change=${picked} />
        ${words.load}
      </label>
      <button type="button" id="shop-save" @click=${() => act.saveShop()}>${words.save}</button>
      <button type="button" id="settings-save" @click=${() => act.saveSettings()}>
        ${words.saveAll}
      </button>
      <button type="button" id="shop-clear" class="quiet" @click=${() => void outbox.setShop({})}>
        ${words.clear}
      </button>
    </div>
  </details>`;
}
