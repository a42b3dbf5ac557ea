// Registers the service worker of the hosted page, and says when a new version waits: at
// the start, and when the seller comes back to a page that has stood open for an hour. It
// takes over only when the seller asks for it. The single file has none.

import { scriptUrl } from '../worker/trusted';

export const hosted = document.querySelector('meta[name="offline"]') !== null;

const hourMs = 3_600_000;

export function offerUpdates(offer: (load: () => void) => void): void {
  if (!hosted || !('serviceWorker' in navigator)) return;
  const { serviceWorker } = navigator;
  const wasControlled = serviceWorker.controller !== null;

  const waiting = (worker: ServiceWorker) =>
    offer(() => {
      serviceWorker.addEventListener('controllerchange', () => location.reload());
      worker.postMessage('take over');
    });

  serviceWorker
    .register(scriptUrl('sw.js'), { updateViaCache: 'none' })
    .then((registration) => {
      let looked = Date.now();
      document.addEventListener('visibilitychange', () => {
        if (document.visibilityState !== 'visible' || Date.now() - looked < hourMs) return;
        looked = Date.now();
        registration.update().catch(() => undefined); // offline
      });
      if (registration.waiting && wasControlled) waiting(registration.waiting);
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => {
          if (worker.state === 'installed' && wasControlled) waiting(worker);
        });
      });
    })
    .catch(() => undefined); // no offline copy: the page works all the same
}
