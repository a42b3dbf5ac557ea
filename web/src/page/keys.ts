// Keys that work anywhere: "/" goes to the search, Escape closes what is open, and
// outside of fields, which have an undo of their own, Ctrl+Z takes back the last change
// of plan or cases; Ctrl+Shift+Z or Ctrl+Y makes it again.

export interface Keys {
  search(): void;
  escape(): void;
  undo(): void;
  redo(): void;
}

export function listenForKeys(keys: Keys): void {
  addEventListener('keydown', (event) => {
    if (event.altKey || event.isComposing || document.querySelector('dialog[open]')) return;
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select');
    if (event.ctrlKey || event.metaKey) {
      const key = event.key.toLowerCase();
      if (typing || (key !== 'z' && key !== 'y')) return;
      event.preventDefault();
      return key === 'y' || event.shiftKey ? keys.redo() : keys.undo();
    }
    if (event.key === 'Escape') return keys.escape();
    if (event.key !== '/' || typing) return;
    event.preventDefault();
    keys.search();
  });
}
