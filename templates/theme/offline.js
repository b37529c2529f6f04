// Keeps the course in this browser, when the reader asks for it, and gives it up again.
(() => {
  'use strict';
  const place = document.querySelector('.offline');
  if (!place || !('serviceWorker' in navigator)) return;
  const [button, status] = place.children;
  const worker = new URL(place.dataset.worker, document.baseURI);
  const scope = new URL('.', worker).href;
  const mine = async () => (await navigator.serviceWorker.getRegistrations())
    .find((registration) => registration.scope === scope);

  const show = (isKept, words = '') => {
    place.hidden = false;
    button.textContent = isKept ? place.dataset.drop : place.dataset.keep;
    button.dataset.kept = isKept ? 'yes' : '';
    status.textContent = words;
  };
  const settled = (installing) => new Promise((resolve) => {
    if (!installing) return resolve(true);
    installing.addEventListener('statechange', () => {
      if (installing.state === 'activated') resolve(true);
      if (installing.state === 'redundant') resolve(false);
    });
  });
  const keep = async () => {
    status.textContent = place.dataset.keeping;
    try {
      const registration = await navigator.serviceWorker.register(worker, { scope });
      const isKept = await settled(registration.installing);
      if (!isKept) await registration.unregister();
      show(isKept, isKept ? place.dataset.kept : place.dataset.failed);
    } catch { show(false, place.dataset.failed); }
  };
  const drop = async () => {
    await (await mine())?.unregister();
    const names = (await caches.keys()).filter((name) => name.startsWith(`unroller ${scope} `));
    await Promise.all(names.map((name) => caches.delete(name)));
    show(false, place.dataset.dropped);
  };
  button.addEventListener('click', () => (button.dataset.kept ? drop() : keep()));
  mine().then((registration) => show(Boolean(registration?.active)), () => {});
})();
