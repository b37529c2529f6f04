// Runs in the reader's browser once the course is kept there. `version` and `files` stand above:
// the site's own, so that another site is another worker, which the browser then puts in its place.
const prefix = `unroller ${self.registration.scope} `;
const here = prefix + version;
// What has its hash in its name never changes.
const isFixed = (address) => /\.[0-9a-f]{8}\.\w+$/.test(new URL(address).pathname);

const fetched = async (address) => {
  const known = isFixed(address) && await caches.match(address);
  const answer = known || await fetch(address, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(address);
  return answer;
};

self.addEventListener('install', (event) => event.waitUntil((async () => {
  const cache = await caches.open(here);
  const waiting = files.map((file) => new URL(file, self.registration.scope).href);
  const keep = async () => {
    while (waiting.length) {
      const address = waiting.pop();
      await cache.put(address, await fetched(address));
    }
  };
  await Promise.all(Array.from({ length: 6 }, keep));
  await self.skipWaiting();
})()));

self.addEventListener('activate', (event) => event.waitUntil((async () => {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== here);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
})()));

// A page is the newest that can be had; without a network it is the one that was kept.
const answer = async (request) => {
  const cache = await caches.open(here);
  const address = request.url.split('#')[0].replace(/\/(\?.*)?$/, '/index.html');
  const kept = await cache.match(address, { ignoreSearch: true });
  if (kept && isFixed(address)) return kept;
  try {
    const fresh = await fetch(request);
    if (fresh.ok && fresh.status === 200 && !kept) await cache.put(address, fresh.clone());
    return fresh;
  } catch (problem) {
    if (kept) return kept;
    throw problem;
  }
};

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const isOurs = request.method === 'GET' && request.url.startsWith(self.registration.scope);
  if (isOurs && !request.headers.has('range')) event.respondWith(answer(request));
});
