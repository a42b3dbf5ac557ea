// "Try to send": each channel of the page with what the browser said when a harmless word
// was sent by it, and how to compare a saved page with its release.

import { html, nothing } from 'lit/html.js';
import type { TrialResult } from '../desk/send_trial';
import { closeButton, dialog, openDialog } from './dialog';
import { icon } from './icon';
import type { Drawn, Scene } from './scene';

export function trialButton({ speech, act }: Scene): Drawn {
  const open = () => (openDialog('trial'), act.trySending());
  return html`<button type="button" class="link" id="open-trial" @click=${open}>
    ${speech.words.trial.open}
  </button>`;
}

export function trialDialog(scene: Scene): Drawn {
  const { speech, state, act } = scene;
  const { trial: words, order } = speech.words;
  const { trial } = state;
  const open = trial?.filter(({ outcome }) => outcome === 'unproven') ?? [];
  const taken = (event: Event) => {
    const [file] = (event.target as HTMLInputElement).files ?? [];
    if (file) act.fingerprint(file);
  };
  return dialog(
    'trial',
    words.title,
    html`${closeButton('trial', order.close)}
      <p>${words.lead}</p>
      <p id="trial-verdict" role="status">
        ${trial === undefined
          ? words.trying
          : open.length === 0
            ? html`${icon('shield')} ${words.allBlocked}`
            : html`${icon('warning')} ${speech.count(words.unproven, open.length)}`}
      </p>
      ${trial
        ? html`<table class="trial">
            <thead>
              <tr>
                <th scope="col">${words.channel}</th>
                <th scope="col">${words.outcome}</th>
              </tr>
            </thead>
            <tbody>
              ${trial.map((each) => row(scene, each))}
            </tbody>
          </table>`
        : nothing}
      <p>${words.beyond}</p>
      <h3>${words.same}</h3>
      <p>${words.sameHow}</p>
      <p>
        <label class="file-choice"
          >${words.choose} <input type="file" id="fingerprint-of" accept=".html" @change=${taken}
        /></label>
      </p>
      ${state.fingerprint
        ? html`<p><code id="fingerprint">${state.fingerprint}</code></p>`
        : nothing}`,
  );
}

function row({ speech }: Scene, { channel, outcome, directive }: TrialResult): Drawn {
  const words = speech.words.trial;
  return html`<tr data-channel=${channel} data-outcome=${outcome}>
    <th scope="row">${words.channels[channel]}</th>
    <td>${words.outcomes[outcome]} ${directive ? html`<code>${directive}</code>` : nothing}</td>
  </tr>`;
}
