// Keys that work anywhere: "/" goes to the search, Escape closes what is open, "?" lists
// them. Outside of fields J and K lead to the next order and the one before, X chooses the
// one that is open or in focus, with Shift all up to it, and Ctrl+Z takes back what was done
// last, as a field's own undo does within it; Ctrl+Shift+Z or Ctrl+Y makes it again.

// What takes letters itself; a box that is ticked does not.
const fields = 'input:not([type=checkbox], [type=radio]), textarea, select';

export interface Keys {
  search(): void;
  escape(): void;
  step(by: 1 | -1): void;
  list(): void;
  pick(range: boolean): void;
  undo(): void;
  redo(): void;
}

export function listenForKeys(keys: Keys): void {
  const actions: ReadonlyMap<string, (event: KeyboardEvent) => void> = new Map([
    ['/', () => keys.search()],
    ['j', () => keys.step(1)],
    ['k', () => keys.step(-1)],
    ['?', () => keys.list()],
    ['x', (event: KeyboardEvent) => keys.pick(event.shiftKey)],
  ]);
  addEventListener('keydown', (event) => {
    if (event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
    const typing = event.target instanceof Element && event.target.closest(fields);
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (typing || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      return key === 'y' || event.shiftKey ? keys.redo() : keys.undo();
    }
    if (event.key === 'Escape') return keys.escape();
    if (typing) return;
    const act = actions.get(event.key.toLowerCase());
    if (!act) return;
    event.preventDefault();
    act(event);
  });
}
