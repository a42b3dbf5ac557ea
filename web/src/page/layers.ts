// What lies over the list, topmost first. Escape closes the first that is open; Back does
// too, and then leaves a view for the list before it leaves the page.

import { closeDialog, openDialogs } from '../views/dialog';
import type { OpenLayers } from './back_button';
import type { PageModel } from './page_model';

interface Layer {
  readonly isOpen: boolean;
  close(): void;
}

function fields(page: PageModel): readonly Layer[] {
  const { state } = page;
  const close = (focus: string) => () => {
    page.set({ settingClock: false, pasting: false, namingView: false });
    void page.focusOn(focus);
  };
  return [
    { isOpen: state.settingClock, close: close('open-clock') },
    { isOpen: state.pasting, close: close('paste') },
    { isOpen: state.namingView, close: close('name-view') },
  ];
}

function panels(page: PageModel): readonly Layer[] {
  const { state, draft, inquiry, list, outbox, act } = page;
  return [
    { isOpen: draft !== undefined, close: () => act.closeRefund() },
    { isOpen: inquiry?.case !== undefined, close: () => act.ask(undefined) },
    { isOpen: inquiry !== undefined, close: () => act.closeAnswer() },
    { isOpen: list.chosen !== undefined, close: () => act.choose(undefined) },
    { isOpen: outbox.open, close: () => act.showOutbox(false) },
    { isOpen: state.stockOpen, close: () => act.showStock(false) },
    { isOpen: state.trackingOpen, close: () => act.showTracking(false) },
  ];
}

const firstOpen = (layers: readonly Layer[]) => layers.find((each) => each.isOpen);

export function closeTopmostPanel(page: PageModel): void {
  firstOpen([...fields(page), ...panels(page)])?.close();
}

export function layersForBack(page: PageModel): OpenLayers {
  const all = (): readonly Layer[] => [
    ...openDialogs().map((id) => ({ isOpen: true, close: () => closeDialog(id) })),
    ...fields(page),
    // A panel of the list stays open behind another view, and is not what is seen there.
    ...(page.state.view === 'work' ? panels(page) : []),
    {
      isOpen: page.state.view !== 'work' && page.desk.summary !== undefined,
      close: () => {
        page.set({ view: 'work' });
        void page.focusOn('view-work');
      },
    },
  ];
  return {
    anyOpen: () => firstOpen(all()) !== undefined,
    closeTopmost: () => firstOpen(all())?.close(),
  };
}
