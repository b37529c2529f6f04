// What the script adds to pages that are complete without it: stepping by buttons, answers to
// checks, progress, term cards, the theme, copying. Words come from the page (`data-say-…`).
(() => {
  'use strict';
  const root = document.documentElement;
  const { body } = document;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const say = (word, values = {}) =>
    fill(body.dataset['say' + word[0].toUpperCase() + word.slice(1)] ?? '', values);
  // A status is spoken when its text changes, so the same text is not set twice.
  const tell = (place, text, tone = '') => {
    place.className = `status ${tone}`;
    if (place.textContent !== text) place.textContent = text;
  };

  // ---- What is remembered: one key for each course; a denied store lasts as long as the page.
  const key = `unroller:v1:${body.dataset.course}`;
  const empty = () => ({ version: 1, course: body.dataset.course, done: {}, ticks: {}, last: '' });
  let progress = empty();
  const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
  const load = () => {
    try {
      const stored = JSON.parse(localStorage[key] ?? '{}');
      progress = { ...empty(), ...stored };
      if (!isRecord(progress.done) || !isRecord(progress.ticks)) progress = empty();
    } catch {}
  };
  const save = () => {
    try { localStorage[key] = JSON.stringify(progress); } catch {}
  };
  // A check counts while its question is the one that was answered: id and hash have to agree.
  const mastered = (check) => {
    const cut = check.lastIndexOf(':');
    return progress.done[check.slice(0, cut)] === check.slice(cut + 1);
  };

  // ---- Gates are soft: the text says what is missing, the links always lead on.
  const showGates = () => {
    for (const gate of all('[data-need]')) {
      const isOpen = gate.dataset.need.trim().split(/\s+/).every(mastered);
      gate.classList.toggle('is-open', isOpen);
      gate.classList.toggle('is-locked', !isOpen);
    }
    for (const ladder of all('.ladder')) {
      const layers = all(':scope > ol > li', ladder);
      const open = layers.filter((layer) => !layer.matches('.is-locked')).length;
      find('progress', ladder).value = open;
      tell(find('.ladder-state .status', ladder), say('layers', { n: open, total: layers.length }));
    }
  };

  // ---- Checks: what is said about a choice stands in “Answers and why”, once.
  const answer = (form) => {
    const section = form.parentNode;
    const chosen = all('input', form).filter((input) => input.checked).map((input) => input.value);
    const right = all('[data-choice][data-right]', section).map((item) => item.dataset.choice);
    const isRight = chosen.length === right.length && right.every((id) => chosen.includes(id));
    const told = chosen.filter((id) => isRight || !right.includes(id));
    const why = told.map((id) =>
      find(`[data-choice="${id}"] .why`, section).textContent.trim()).join(' ');
    return { isRight, text: why || say('missing') };
  };
  const startCheck = (form) => {
    const status = find('.status', form);
    const { check, hash } = form.dataset;
    if (mastered(`${check}:${hash}`)) tell(status, say('mastered'), 'yes');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (!find(':checked', form)) {
        tell(status, say('choose'), 'no');
        find('input', form).focus();
        return;
      }
      const { isRight, text } = answer(form);
      if (!isRight) return tell(status, `${say('wrong')} ${text} ${say('retry')}`, 'no');
      tell(status, `${say('right')} ${text}`, 'yes');
      progress.done[check] = hash;
      save();
      showGates();
    });
  };

  // ---- Steps: the radio buttons are the engine; Back and Next turn them and keep the focus.
  const startSteps = (steps) => {
    const radios = all(':scope > .pick input', steps);
    const frames = all(':scope > .frames > li', steps);
    const buttons = all('.move button', steps);
    const status = find(':scope > .status', steps);
    const at = () => radios.findIndex((radio) => radio.checked);
    const show = () => {
      const index = at();
      buttons.forEach((button) => {
        const isEnd = !radios[index + Number(button.dataset.move)];
        button.setAttribute('aria-disabled', String(isEnd));
      });
      tell(status, `${index + 1} / ${radios.length}: ${frames[index].dataset.status}`);
    };
    const turn = (index) => {
      if (!radios[index]) return;
      radios[index].checked = true;
      show();
      // An address that leads to this stage; a page from a disk may not be allowed to change it.
      try { history.replaceState(history.state, '', `#${frames[index].id}`); } catch {}
    };
    const follow = () => {
      const index = frames.findIndex((frame) => `#${frame.id}` === location.hash);
      if (index >= 0) radios[index].checked = true;
      show();
    };
    buttons.forEach((button) =>
      button.addEventListener('click', () => turn(at() + Number(button.dataset.move))));
    radios.forEach((radio, index) => radio.addEventListener('change', () => turn(index)));
    addEventListener('hashchange', follow);
    addEventListener('pageshow', follow);
    follow();
  };

  // ---- Checklists
  const showTicks = () => {
    for (const list of all('.checklist')) {
      const boxes = all('input[type="checkbox"]', list);
      boxes.forEach((box) => { box.checked = box.id in progress.ticks; });
      const n = boxes.filter((box) => box.checked).length;
      find('.ticks', list).textContent = say('ticks', { n, total: boxes.length });
    }
  };
  const startChecklist = (list) => list.addEventListener('change', ({ target }) => {
    if (target.checked) progress.ticks[target.id] = 1;
    else delete progress.ticks[target.id];
    save();
    showTicks();
  });

  // ---- Progress as a file; reset asks once more in words, not in a dialog.
  const startProgress = (panel) => {
    const status = find('.status', panel);
    const changed = (word, tone) => {
      showGates();
      showTicks();
      tell(status, say(word), tone);
    };
    find('[data-progress="export"]', panel).addEventListener('click', () => {
      const file = new Blob([JSON.stringify(progress, null, 2)], { type: 'application/json' });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = `${body.dataset.course}-progress.json`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    });
    find('input[type="file"]', panel).addEventListener('change', async ({ target }) => {
      let data = null;
      try { data = JSON.parse(await target.files[0].text()); } catch {}
      target.value = '';
      if (!isRecord(data) || !isRecord(data.done) || !isRecord(data.ticks)) {
        return tell(status, say('unreadable'), 'no');
      }
      if (data.course !== body.dataset.course) return tell(status, say('other'), 'no');
      Object.assign(progress.done, data.done);
      Object.assign(progress.ticks, data.ticks);
      save();
      changed('imported', 'yes');
    });
    let isAsked = false;
    find('[data-progress="reset"]', panel).addEventListener('click', () => {
      isAsked = !isAsked;
      if (isAsked) return tell(status, say('confirm'));
      progress = empty();
      save();
      changed('cleared');
    });
  };

  // ---- Where the learner was: the start button of the home page leads there.
  const here = new URL(body.dataset.root + body.dataset.page, location.href).pathname;
  const startContinue = () => {
    if (body.matches('.is-lesson, .is-workspace, .is-essay')) {
      progress.last = body.dataset.page;
      save();
    }
    const button = find('[data-continue]');
    if (!button || !progress.last) return;
    const wanted = new URL(body.dataset.root + progress.last, location.href).pathname;
    const page = all('.course li > a').find((link) => link.pathname === wanted && wanted !== here);
    if (!page) return;
    button.href = page.href;
    find('b', button).textContent = say('continue');
    find('span', button).textContent = page.lastChild.textContent.trim();
  };

  // ---- Terms: a link without the script, a card with it. Ctrl-click stays a link.
  const startTerms = () => document.addEventListener('click', (event) => {
    const term = event.target.closest?.('a.term');
    if (!term || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const card = document.getElementById(`term-${term.dataset.term}`);
    if (!card?.showPopover) return;
    event.preventDefault();
    card.showPopover({ source: term });
    const from = term.getClientRects()[0];
    const left = Math.max(8, Math.min(from.left, root.clientWidth - card.offsetWidth - 8));
    const fits = from.bottom + card.offsetHeight + 16 < innerHeight;
    const top = fits ? from.bottom + 8 : Math.max(8, from.top - card.offsetHeight - 8);
    card.style.left = `${left + scrollX}px`;
    card.style.top = `${top + scrollY}px`;
  });

  // ---- Theme: one property drives light-dark(); pictures follow by their media attribute.
  const startTheme = () => {
    const select = find('#theme');
    // A picture's `data-dark` says for which width it is.
    const media = {
      light: () => 'not all',
      dark: (width) => width || 'all',
      '': (width) => `${width && `${width} and `}(prefers-color-scheme: dark)`,
    };
    const pictures = all('source[data-dark]');
    const paint = () => {
      root.style.colorScheme = select.value;
      pictures.forEach((source) => { source.media = media[select.value](source.dataset.dark); });
    };
    try { select.value = localStorage['unroller:v1:theme'] ?? ''; } catch {}
    if (!(select.value in media)) select.value = '';
    select.addEventListener('change', () => {
      try { localStorage['unroller:v1:theme'] = select.value; } catch {}
      paint();
    });
    paint();
    // Paper is light whatever was chosen.
    const light = () => pictures.forEach((source) => { source.media = 'not all'; });
    addEventListener('beforeprint', light);
    addEventListener('afterprint', paint);
  };

  // ---- Copying code
  const startCopy = (button) => {
    const word = button.textContent;
    button.addEventListener('click', async () => {
      await navigator.clipboard?.writeText(find('pre', button.parentNode).textContent);
      button.textContent = say('copied');
      setTimeout(() => { button.textContent = word; }, 1500);
    });
  };

  // ---- What does not scroll is no stop for the Tab key.
  const startScrollers = () => {
    const watch = new ResizeObserver((entries) => entries.forEach(({ target }) => {
      if (target.scrollWidth > target.clientWidth) target.tabIndex = 0;
      else target.removeAttribute('tabindex');
    }));
    all('pre[tabindex], .scroll[tabindex]').forEach((scroller) => watch.observe(scroller));
  };

  // ---- Live figures: their script comes when one of them is near.
  const startLive = () => {
    const watch = new IntersectionObserver((entries) => {
      const near = entries.find((entry) => entry.isIntersecting);
      if (!near) return;
      watch.disconnect();
      const script = document.createElement('script');
      script.src = near.target.dataset.script;
      script.onerror = () => all('.live').forEach((live) => live.classList.add('is-still'));
      document.head.append(script);
    }, { rootMargin: '800px' });
    all('.live').forEach((live) => watch.observe(live));
  };

  // ---- The table of contents names the section that is read.
  const startContents = () => {
    const links = new Map(all('.contents a').map((link) => [link.hash.slice(1), link]));
    const watch = new IntersectionObserver((entries) => {
      const seen = entries.find((entry) => entry.isIntersecting);
      if (!seen) return;
      links.forEach((link) => link.removeAttribute('aria-current'));
      links.get(seen.target.id).setAttribute('aria-current', 'true');
    }, { rootMargin: '0px 0px -75% 0px' });
    links.forEach((_, id) => {
      const heading = document.getElementById(decodeURIComponent(id));
      if (heading?.id === id) watch.observe(heading);
    });
  };

  // ---- The course beside the page is longer than a screen: it begins where the reader is.
  const startCourse = () => {
    const course = find('nav.course');
    const link = find('.course [aria-current]');
    if (link) course.scrollTop = link.offsetTop - course.clientHeight / 2;
  };

  // ---- Search has a page of its own; the slash leads there.
  const startSearch = () => document.addEventListener('keydown', (event) => {
    const isTyping = event.target.closest?.('input, select, textarea');
    if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const field = find('#query');
    if (field) field.focus();
    else find('[data-search]')?.click();
  });

  load();
  startTheme();
  all('form[data-check]').forEach(startCheck);
  all('.stage').forEach(startSteps);
  all('.checklist').forEach(startChecklist);
  all('.progress').forEach(startProgress);
  all('.copy').forEach(startCopy);
  startContinue();
  startTerms();
  startSearch();
  startScrollers();
  startContents();
  startCourse();
  startLive();
  showGates();
  showTicks();
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    load();
    showGates();
    showTicks();
  });
})();
