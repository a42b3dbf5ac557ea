// What only the seller knows of the shop: who sends, what is in the parcels, and what
// each carrier wants to know. Kept on this machine; as a file it is what the command's
// --shop reads.

import { html, nothing } from 'lit/html.js';
import type { ShopSettings } from '../../../wasm/parcelwise';
import { shopOf } from '../desk/settings';
import type { Drawn, Scene } from '../page/scene';
import { targetsOf } from './outbox_panel';

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
  const told = Object.entries(all).filter(([, each]) => each !== '');
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

function without(shop: Record<string, unknown>): ShopSettings {
  return Object.fromEntries(Object.entries(shop).filter(([, each]) => each !== undefined));
}

export function shopForm(scene: Scene): Drawn {
  const { speech, outbox, act } = scene;
  const { shop: words, files } = speech.words;
  const { shop } = outbox;
  const set = (change: Record<string, unknown>) =>
    void outbox.setShop(without({ ...shop, ...change }));
  const field = (id: string, label: string, value: string, put: (text: string) => void, auto = 'off') =>
    html`<label class="field">
      <span>${label}</span>
      <input
        type="text"
        id=${id}
        autocomplete=${auto}
        maxlength="200"
        .value=${value}
        @change=${(event: Event) => put((event.target as HTMLInputElement).value)}
      />
    </label>`;
  const carrier = targetsOf(scene).find((each) => each.kind === outbox.target);
  const picked = async (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    const read = file && shopOf(await file.text());
    if (read) await outbox.setShop(read);
    else if (file) act.set({ said: `${words.notAShop} ${files.kept}` });
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
          autocomplete[name],
        ),
      )}
      ${field('shop-goods', words.goods, shop.goods ?? '', (text) =>
        set({ goods: text.trim() || undefined }),
      )}
      ${carrier?.settings.map(({ setting, name }) =>
        field(
          `shop-${carrier.kind}-${setting}`,
          `${carrier.name}: ${name}`,
          shop.carriers?.[carrier.kind]?.[setting] ?? '',
          (text) => {
            const texts = changed(shop.carriers?.[carrier.kind], setting, text);
            const carriers = without({ ...shop.carriers, [carrier.kind]: texts });
            set({ carriers: Object.keys(carriers).length > 0 ? carriers : undefined });
          },
        ),
      ) ?? nothing}
    </form>
    <div class="ways">
      <label class="button">
        <input type="file" id="shop-pick" class="unseen" accept=".json" @change=${picked} />
        ${words.load}
      </label>
      <button type="button" id="shop-save" @click=${() => act.saveShop()}>${words.save}</button>
      <button type="button" id="shop-clear" class="quiet" @click=${() => void outbox.setShop({})}>
        ${words.clear}
      </button>
    </div>
  </details>`;
}
