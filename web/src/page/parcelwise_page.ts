// The page's one element: it draws the shell from what the page holds, and hears what
// comes by keys and drops. Drawn without a shadow root, so that labels, landmarks and the
// one style sheet reach everything.

import { render } from 'lit/html.js';
import { applyLanguage, applyTheme } from '../desk/settings';
import type { PageActions } from '../views/actions';
import { openDialog, openedEvent } from '../views/dialog';
import { shell } from '../views/shell';
import { answerActions } from './answer_actions';
import { BackButton } from './back_button';
import { bulkActions } from './bulk_actions';
import { listenForDrops, listenForLaunches } from './drop';
import { narrowScreen } from './first_state';
import { fileActions } from './file_actions';
import { incomingFiles } from './incoming';
import { journalActions } from './journal_actions';
import { listenForKeys } from './keys';
import { closeTopmostPanel, layersForBack } from './layers';
import { orderActions } from './order_actions';
import { outboxActions } from './outbox_actions';
import { PageModel } from './page_model';
import { refundActions } from './refund_actions';
import { listenForUpdates, settingsActions } from './settings_actions';
import { undoActions } from './undo_actions';
import { wouldLose } from './unsaved';

export class ParcelwisePage extends HTMLElement {
  private readonly page = new PageModel(
    () => this.draw(),
    (page) => ({ act: actionsOf(page), incoming: incomingFiles(page) }),
  );

  private readonly back = new BackButton(layersForBack(this.page));

  connectedCallback(): void {
    const { page } = this;
    const { act } = page;
    applyLanguage(page.speech.language);
    applyTheme(page.state.theme);
    narrowScreen.addEventListener('change', () => page.set({ narrow: narrowScreen.matches }));
    listenForDrops(act);
    listenForLaunches(act);
    listenForKeys({
      search: () => act.search(),
      escape: () => closeTopmostPanel(page),
      step: (by) => act.step(by),
      list: () => openDialog('keys'),
      undo: () => act.undoLast(),
      redo: () => act.redoLast(),
      pick: (range) => act.pick(undefined, range),
    });
    for (const change of [openedEvent, 'close']) {
      document.addEventListener(change, () => this.back.follow(), { capture: true });
    }
    page.changed();
    setTimeout(() => this.start()); // after the first view is drawn
  }

  private start(): void {
    void this.page.start();
    listenForUpdates(this.page);
    window.onbeforeunload = (event) => {
      if (wouldLose(this.page)) event.preventDefault();
    };
  }

  private draw(): void {
    document.title = this.page.speech.words.title;
    render(shell(this.page), this);
    this.back.follow();
  }
}

function actionsOf(page: PageModel): PageActions {
  return {
    ...settingsActions(page),
    ...fileActions(page),
    ...orderActions(page),
    ...answerActions(page),
    ...refundActions(page),
    ...outboxActions(page),
    ...journalActions(page),
    ...undoActions(page),
    ...bulkActions(page),
  };
}
