/// <reference lib="webworker" />
import type { Shelf } from './shelf-message';

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build: the files of this version, and a name that changes with any of them. */
declare const __SHELF__: { readonly version: string; readonly files: readonly string[] };

const PREFIX = 'wangge-phone-';
const SHELF = `${PREFIX}${__SHELF__.version}`;
const PAGE = '/phone/index.html';

/**
 * Keeps the phone's own pages on the device, so that it opens without network. What the server answers to questions is
 * never kept here: that is the business of the page, which knows whose it is.
 */
self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(takeOver()));
self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  // The page asks, once nobody is in the middle of anything.
  if ((data as Shelf | null)?.wanted === 'newest') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith('/phone/')) return;
  event.respondWith(answer(request));
});

/** All or nothing: a version of which one file is missing is not taken. */
async function fill(): Promise<void> {
  const shelf = await caches.open(SHELF);
  await shelf.addAll(__SHELF__.files.map((file) => new Request(file, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  const old = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== SHELF);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request: Request): Promise<Response> {
  const shelf = await caches.open(SHELF);
  const kept = await shelf.match(request.mode === 'navigate' ? PAGE : request, { ignoreSearch: true });
  return kept ?? fetch(request);
}
