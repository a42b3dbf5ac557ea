// Keys that work anywhere: "/" goes to the search, Escape closes what is open.

export function listenForKeys(escape: () => void): void {
  addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape') return escape();
    const typing =
      event.target instanceof Element && event.target.closest('input, textarea, select');
    const search = document.getElementById('search');
    if (event.key !== '/' || typing || !search) return;
    event.preventDefault();
    search.focus();
  });
}
