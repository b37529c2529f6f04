// Search, on its own page only. The index is Pagefind's, made of the written pages and read in
// pieces; where there is none (a page from a disk, a site without it) the list below is searched.
(() => {
  'use strict';
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const field = find('#query');
  const status = find('.prose > .status');
  const results = find('.results');
  const list = find('.index');
  const shown = 12;

  let engine;
  const load = () => engine ??= import(new URL('pagefind/pagefind.js', document.baseURI).href)
    .then(async (pagefind) => {
      await pagefind.options({ excerptLength: 24 });
      return pagefind;
    })
    .catch(() => null);

  const tell = (count, query) => {
    const pattern = status.dataset[['none', 'one'][count] ?? 'found'];
    const text = query ? pattern.replace('{n}', count).replace('{query}', query) : '';
    if (status.textContent !== text) status.textContent = text;
  };

  // One item for a page, and in it one for each section with a hit.
  const item = ({ url, title, excerpt }) => {
    const place = document.createElement('li');
    const link = document.createElement('a');
    [link.href, link.textContent] = [url, title];
    const words = document.createElement('p');
    words.innerHTML = excerpt;
    place.append(link, words);
    return place;
  };
  const page = (data) => {
    const { url, meta, excerpt, sub_results: parts } = data;
    const place = item({ url, title: meta.title, excerpt });
    const sections = parts.filter((part) => part.url !== url).slice(0, 3);
    if (sections.length === 0) return place;
    if (!parts.some((part) => part.url === url)) find('p', place).remove();
    const inner = document.createElement('ol');
    inner.append(...sections.map(item));
    place.append(inner);
    return place;
  };

  // Of a word that it does not know the index takes ever fewer letters, until anything will do.
  const isMeant = ({ excerpt, meta }, query) => {
    const starts = query.toLowerCase().split(/\s+/).map((word) => word.slice(0, 3));
    const marked = [...excerpt.matchAll(/<mark>(.*?)<\/mark>/g)].map((hit) => hit[1]);
    const hits = [meta.title, ...marked].map((text) => text.toLowerCase());
    return hits.some((hit) => starts.some((start) => hit.includes(start)));
  };

  const searchList = (query) => {
    const words = query.toLowerCase().split(/\s+/);
    let count = 0;
    for (const entry of all('li', list).reverse()) {
      const own = find('a', entry)?.textContent.toLowerCase() ?? '';
      const isHit = words.every((word) => own.includes(word));
      entry.hidden = !isHit && !find('li:not([hidden])', entry);
      if (isHit) count += 1;
    }
    for (const section of all('section', list)) {
      section.hidden = !find('li:not([hidden])', section);
    }
    tell(count, query);
  };
  const showList = () => {
    all('[hidden]', list).forEach((part) => { part.hidden = false; });
    [results.hidden, list.hidden] = [true, false];
    tell(0, '');
  };

  let latest = 0;
  const search = async () => {
    const query = field.value.trim();
    const turn = latest += 1;
    try { history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : '?'); } catch {}
    if (!query) return showList();
    const pagefind = await load();
    if (turn !== latest) return;
    if (!pagefind) return searchList(query);
    const found = await pagefind.search(query);
    const first = await Promise.all(found.results.slice(0, shown).map((hit) => hit.data()));
    if (turn !== latest) return;
    const pages = first.filter((data) => isMeant(data, query));
    results.replaceChildren(...pages.map(page));
    [results.hidden, list.hidden] = [false, true];
    const unread = pages.length > 0 ? found.results.length - first.length : 0;
    tell(pages.length + unread, query);
  };

  let pause;
  field.addEventListener('input', () => {
    clearTimeout(pause);
    pause = setTimeout(search, 120);
  });
  field.form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  if (location.hash === '#query') field.focus();
  if (field.value) search();
})();
