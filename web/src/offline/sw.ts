// The service worker of the hosted page: keeps all files of one version in one cache,
// so that page, worker and core never mix, and serves them from there, online or not.
// A new version waits until the seller asks for it.

declare const version: string; // of all files together, set by the build
declare const files: readonly string[];

interface LifeEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface FetchedEvent extends LifeEvent {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}
interface AskedEvent {
  readonly data: unknown;
  readonly source: { postMessage(files: readonly FormDataEntryValue[]): void } | null;
}
interface Scope {
  addEventListener(type: 'install' | 'activate', listen: (event: LifeEvent) => void): void;
  addEventListener(type: 'fetch', listen: (event: FetchedEvent) => void): void;
  addEventListener(type: 'message', listen: (event: AskedEvent) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly scope: string };
}

const scope = self as unknown as Scope;
const prefix = 'parcelwise-';
const current = prefix + version;

async function keepAll(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(files.map((file) => new Request(file, { cache: 'reload' })));
}

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(prefix) && name !== current);
  await Promise.all(older.map((name) => caches.delete(name)));
  await scope.clients.claim();
}

// The page at the scope's root, whatever stands behind the question mark.
function isPage(url: string): boolean {
  const place = new URL(url);
  const address = place.origin + place.pathname;
  return address === scope.registration.scope || address.endsWith('/index.html');
}

async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(current);
  const page = request.mode === 'navigate' && isPage(request.url);
  const found = await cache.match(page ? 'index.html' : request, { ignoreSearch: page });
  return found ?? fetch(request);
}

// Files that a phone shares with the app: held until the page that opens asks for them,
// and nowhere kept.
let shared: readonly FormDataEntryValue[] = [];

async function takeShared(request: Request): Promise<Response> {
  shared = (await request.formData()).getAll('reports');
  return Response.redirect('./', 303);
}

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
scope.addEventListener('message', ({ data, source }) => {
  if (data === 'take over') void scope.skipWaiting();
  if (data !== 'shared') return;
  source?.postMessage(shared);
  shared = [];
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'POST' && isPage(request.url)) event.respondWith(takeShared(request));
  if (request.method !== 'GET' || !request.url.startsWith(scope.registration.scope)) return;
  event.respondWith(kept(request));
});
