// The page itself: language, appearance, the moment the orders are judged at, a new
// version, and forgetting everything.

import { Speech } from '../catalogue/speech';
import { fingerprintOf } from '../desk/fingerprint';
import { forgetEverything } from '../desk/forget';
import { trySending } from '../desk/send_trial';
import { applyLanguage, applyTheme, rememberLanguage, rememberTheme } from '../desk/settings';
import type { SettingsActions } from '../views/actions';
import { offerUpdates } from './offline';
import type { PageModel } from './page_model';

let loadWaiting: (() => void) | undefined;

export function listenForUpdates(page: PageModel): void {
  offerUpdates((load) => {
    loadWaiting = load;
    page.set({ updateReady: true });
  });
}

export function settingsActions(page: PageModel): SettingsActions {
  return {
    set: (change) => page.set(change),

    setLanguage(language) {
      page.speech = new Speech(language);
      applyLanguage(language);
      rememberLanguage(language);
      page.set({ lastChange: undefined, translating: true }); // it is described in the old one
      void page.desk.setLanguage(language).then(async () => {
        if (page.plan.written) await page.plan.write(); // what was left out, in the new one
        await page.inquiry?.translate();
        if (page.speech.language === language) page.set({ translating: false });
      });
    },

    setTheme(theme) {
      applyTheme(theme);
      rememberTheme(theme);
      page.set({ theme });
    },

    fixClock(moment) {
      page.clock.fix(moment);
      page.changed();
      void page.desk.check();
    },

    loadUpdate: () => loadWaiting?.(),

    trySending() {
      page.set({ trial: undefined });
      void trySending().then((trial) => page.set({ trial }));
    },

    fingerprint(file) {
      void fingerprintOf(file).then((fingerprint) => page.set({ fingerprint }));
    },

    forget: () => void forgetEverything(page.store, page.speech.language, page.state.theme),
  };
}
