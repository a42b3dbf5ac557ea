// The seller's own views above the list: one press shows the orders of a filter that was
// given a name. What the list is narrowed to now can be given one.

import { html, nothing } from 'lit/html.js';
import { longestName, sameView, viewOf, type SavedView } from '../desk/saved_views';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

export function savedViews(scene: Scene): Drawn {
  const { speech, savedViews, state } = scene;
  if (savedViews.all.length === 0 && !state.namingView) return nothing;
  return html`<div class="saved-views" role="group" aria-label=${speech.words.savedViews.title}>
    ${savedViews.all.map((each) => chip(scene, each))}
    ${state.namingView ? nameForm(scene) : nothing}
  </div>`;
}

function chip({ speech, list, act }: Scene, view: SavedView): Drawn {
  const remove = speech.fill(speech.words.savedViews.remove, { name: view.name });
  return html`<span class="chip">
    <button
      type="button"
      class="saved-view"
      aria-pressed=${sameView(viewOf(list.query), view)}
      @click=${() => act.showView(view)}
    >
      ${view.name}
    </button>
    <button
      type="button"
      class="quiet round"
      aria-label=${remove}
      title=${remove}
      @click=${() => act.removeView(view)}
    >
      ${icon('close')}
    </button>
  </span>`;
}

// What leads to a name, while the list shows something that has none.
export function nameButton({ speech, list, savedViews, state, act }: Scene): Drawn {
  const now = viewOf(list.query);
  const plain = sameView(now, viewOf({ offset: 0, limit: 0 }));
  const known = savedViews.all.some((each) => sameView(each, now));
  if (plain || known || savedViews.full || state.namingView) return nothing;
  return html`<button
    type="button"
    id="name-view"
    class="quiet"
    @click=${() => act.set({ namingView: true })}
  >
    ${speech.words.savedViews.open}
  </button>`;
}

function nameForm({ speech, act }: Scene): Drawn {
  const words = speech.words.savedViews;
  const submit = (event: Event) => {
    event.preventDefault();
    const field = (event.currentTarget as HTMLFormElement).querySelector('input');
    act.saveView(field?.value ?? '');
  };
  return html`<form class="name-form" autocomplete="off" @submit=${submit}>
    <label for="view-name">${words.name}</label>
    <input
      type="text"
      id="view-name"
      required
      maxlength=${longestName}
      aria-describedby="view-name-hint"
    />
    <button type="submit" id="save-view" class="main">${words.save}</button>
    <span id="view-name-hint" class="faint">${words.hint}</span>
  </form>`;
}
