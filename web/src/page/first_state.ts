// The page's own small state as it begins.

import { hasForgotten } from '../desk/forget';
import { preferredTheme, rememberedFilesOpen } from '../desk/settings';
import type { PageState } from '../views/page_state';
import { hosted } from './offline';

export const narrowScreen = matchMedia('(max-width: 899px)');

export function firstState(): PageState {
  return {
    view: 'work',
    theme: preferredTheme(),
    hosted,
    narrow: narrowScreen.matches,
    dragging: false,
    pasting: false,
    filesOpen: rememberedFilesOpen(),
    settingClock: false,
    stockOpen: false,
    namingView: false,
    termsOpen: false,
    trackingOpen: false,
    revealed: false,
    sample: false,
    copied: '',
    journalRefused: '',
    casesRefused: false,
    recovered: false,
    forgotten: hasForgotten(),
    store: 'open',
    updateReady: false,
    translating: false,
    cancelled: '',
    lastChange: undefined,
    trial: undefined,
    fingerprint: '',
    paper: undefined,
    announced: '',
  };
}
