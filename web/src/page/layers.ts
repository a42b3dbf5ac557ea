// What lies over the list, topmost first. Escape closes the first that is open.

import type { PageModel } from './page_model';

interface Layer {
  readonly isOpen: boolean;
  close(): void;
}

function layersOf(page: PageModel): readonly Layer[] {
  const { state, draft, inquiry, list, outbox, act } = page;
  return [
    { isOpen: state.settingClock, close: () => closeSmall('open-clock') },
    { isOpen: state.pasting, close: () => closeSmall('paste') },
    { isOpen: draft !== undefined, close: () => act.closeRefund() },
    { isOpen: inquiry?.case !== undefined, close: () => act.ask(undefined) },
    { isOpen: inquiry !== undefined, close: () => act.closeAnswer() },
    { isOpen: list.chosen !== undefined, close: () => act.choose(undefined) },
    { isOpen: outbox.open, close: () => act.showOutbox(false) },
    { isOpen: state.stockOpen, close: () => act.showStock(false) },
    { isOpen: state.trackingOpen, close: () => act.showTracking(false) },
  ];

  function closeSmall(focus: string): void {
    page.set({ settingClock: false, pasting: false });
    void page.focusOn(focus);
  }
}

export function closeTopmost(page: PageModel): void {
  layersOf(page)
    .find((each) => each.isOpen)
    ?.close();
}
