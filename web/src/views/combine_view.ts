// Orders that may share a parcel: what was accepted and became of it, then the groups
// to decide on, and the terms by which a shared parcel is reckoned.

import { html, nothing } from 'lit/html.js';
import type { GroupPage, GroupQuery } from '../../../wasm/parcelwise';
import { putBack } from '../desk/decisions';
import { groupsAPage } from '../desk/parcels';
import { combineTerms } from './combine_terms';
import { groupCard } from './group_card';
import { icon } from './icon';
import { parcelCard } from './parcel_card';
import type { Drawn, Scene } from './scene';
import { rangeOf, turner } from './turner';

export function combineView(scene: Scene): Drawn {
  const { speech, parcels, plan } = scene;
  const { views, combine: words, files } = speech.words;
  const { page } = parcels;
  return html`<section class="combine" aria-labelledby="combine-title">
    <h2 id="combine-title" tabindex="-1">${views.combine}</h2>
    <p class="faint">${words.lead}</p>
    ${plan.failure?.code === 'bad-groups'
      ? html`<p class="notice bad" role="alert">
          ${icon('warning')}<span>${plan.failure.message} <b>${files.kept}</b></span>
        </p>`
      : nothing}
    ${buttons(scene)} ${combineTerms(scene)}
    ${page ? groups(scene, page) : html`<p class="none">${files.checking}</p>`}
  </section>`;
}

function buttons({ speech, plan, act }: Scene): Drawn {
  const { plan: words, list, combine } = speech.words;
  const nothingToSave = plan.requests.length === 0 && plan.decisions.groups.length === 0;
  const button = (id: string, text: string, disabled: boolean, press: () => void) =>
    html`<button type="button" id=${id} ?disabled=${disabled} @click=${press}>${text}</button>`;
  return html`<div class="plan-buttons">
      ${button('combine-undo', list.undo, !plan.edits.canUndo, () => act.undoPlan())}
      ${button('combine-redo', words.redo, !plan.edits.canRedo, () => act.redoPlan())}
      ${button('combine-save', combine.save, nothingToSave, () => act.savePlan())}
    </div>
    ${plan.unsaved ? html`<p class="faint plan-kept">${combine.kept}</p>` : nothing}`;
}

function groups(scene: Scene, page: GroupPage): Drawn {
  const { speech, parcels, plan, act } = scene;
  const words = speech.words.combine;
  const kinds: readonly GroupQuery['show'][] = ['open', 'declined', 'blocked'];
  const total = page[parcels.show];
  const range = rangeOf(scene, parcels.from, page.groups.length, total);
  return html`${page.accepted_groups.length > 0
      ? html`<h3>${speech.count(words.accepted, page.accepted)}</h3>
          <div class="cards" id="accepted-parcels">
            ${page.accepted_groups.map((group) => parcelCard(scene, group))}
          </div>`
      : nothing}
    <div class="shows" role="group" aria-label=${words.groups}>
      ${kinds.map(
        (kind) =>
          html`<button
            type="button"
            id="show-${kind}"
            aria-pressed=${parcels.show === kind}
            @click=${() => void parcels.showOnly(kind)}
          >
            ${words.shows[kind]} (${speech.number(page[kind])})
          </button>`,
      )}
    </div>
    ${page.groups.length === 0 ? html`<p class="none">${words.none[parcels.show]}</p>` : nothing}
    <div class="cards" id="groups">${page.groups.map((group) => groupCard(scene, group))}</div>
    ${total > groupsAPage
      ? turner(
          scene,
          'groups',
          parcels.from,
          total,
          range,
          (from) => void parcels.turnTo(from),
          groupsAPage,
        )
      : nothing}
    ${plan.decisions.apart.length > 0
      ? html`<h3>${words.apart}</h3>
          <ul class="apart">
            ${plan.decisions.apart.map(
              (order) =>
                html`<li>
                  <code>${order}</code>
                  <button
                    type="button"
                    aria-label=${speech.fill(words.putBackOf, { order })}
                    @click=${() =>
                      act.editParcels(() => plan.decide(putBack(plan.decisions, order)))}
                  >
                    ${words.putBack}
                  </button>
                </li>`,
            )}
          </ul>`
      : nothing}`;
}
