// Live figures: the reader changes a network, the core (compiled to WebAssembly) runs it here, and
// two pictures and a sentence follow. Until that works, what the page was built with stands.
(() => {
  'use strict';
  const find = (selector, within) => within.querySelector(selector);
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const fill = (pattern, values) => pattern.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // ---- The core: numbers come through one piece of its memory.
  const load = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const { instance } = await WebAssembly.instantiate(await answer.arrayBuffer());
    const { memory, malloc, live_count, live_run, live_units } = instance.exports;
    const units = live_units();
    let room = 0;
    let place = 0;
    return ({ cell, sequence, steps, radius, forget }) => {
      const count = live_count(steps);
      if (count > room) [room, place] = [count, malloc(8 * count)];
      if (!live_run(cell, sequence, steps, radius, forget, place)) return null;
      const numbers = new Float64Array(memory.buffer, place, count).slice();
      const states = (from) => Array.from({ length: units }, (_, unit) =>
        Array.from({ length: steps }, (_, step) => numbers[from + step * units + unit]));
      return {
        steps, numbers,
        inputs: [...numbers.subarray(0, steps)], norms: [...numbers.subarray(steps, 2 * steps)],
        hidden: states(2 * steps), cell: states((2 + units) * steps),
      };
    };
  };

  // ---- Numbers in words
  const raised = (exponent) =>
    `10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[digit] ?? '⁻').join('')}`;
  const short = (number) => {
    if (number === 0 || (Math.abs(number) >= 0.001 && Math.abs(number) < 10000)) {
      return String(Number(number.toPrecision(3))).replace('-', '−');
    }
    const [digits, exponent] = number.toExponential(1).split('e');
    return `${digits.replace('-', '−')}·${raised(Number(exponent))}`;
  };
  const largest = (numbers) =>
    numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
  const share = (number) => (number >= 0.001 ? `${short(100 * number)} %` : short(number));

  // ---- Pictures: lines in a frame. `x` and `y` take a number to its place.
  const frame = { left: 50, right: 14, top: 12, bottom: 44 };
  const escaped = (text) => String(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const picture = (holder, height, label, draw) => {
    const width = Math.floor(holder.clientWidth);
    if (!width) return;
    const parts = [];
    draw({
      right: width - frame.right,
      line: (name, points) => parts.push(`<path class="${name}" d="${points}"/>`),
      text: (name, x, y, words) => parts.push(
        `<text class="${name}" x="${x.toFixed(1)}" y="${y.toFixed(1)}">${escaped(words)}</text>`),
    });
    holder.innerHTML = `<svg role="img" aria-label="${escaped(label)}" width="${width}"
      height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`;
  };
  // A path through the points that have a place; a gap where one has none.
  const path = (values, x, y) => {
    let isOpen = false;
    return values.map((value, index) => {
      const wasOpen = isOpen;
      isOpen = Number.isFinite(y(value));
      return isOpen ? `${wasOpen ? 'L' : 'M'}${x(index).toFixed(1)} ${y(value).toFixed(1)}` : '';
    }).join('');
  };
  // Whole numbers to `last`, so many as there is room for.
  const stops = (last, room) => {
    const wide = [1, 2, 5, 10, 20, 25].find((step) => last / step <= room / 45) ?? 50;
    return Array.from({ length: Math.floor(last / wide) + 1 }, (_, index) => index * wide);
  };

  const gradientPicture = (holder, words, label, mine, first) => {
    const height = 260;
    const { left, top } = frame;
    const bottom = height - frame.bottom;
    const shown = [...mine.norms, ...first.norms].filter((norm) => norm > 0).map(Math.log10);
    const high = Math.max(0, Math.ceil(Math.max(...shown) - 1e-9));
    const decades = high - Math.min(high - 1, Math.floor(Math.min(...shown)));
    const step = Math.ceil(decades / 5);
    const low = high - step * Math.ceil(decades / step);
    const count = Math.max(mine.steps, first.steps) - 1;
    picture(holder, height, label, ({ right, line, text }) => {
      const x = (back) => left + (right - left) * back / count;
      const y = (norm) => top + (bottom - top) * (high - Math.log10(norm)) / (high - low);
      for (let exponent = high; exponent >= low; exponent -= step) {
        const level = top + (bottom - top) * (high - exponent) / (high - low);
        line('rule', `M${left} ${level.toFixed(1)}H${right}`);
        text('level', left - 8, level + 4, exponent === 0 ? '1' : raised(exponent));
      }
      for (const back of stops(count, right - left)) text('stop', x(back), bottom + 18, back);
      text('axis', (left + right) / 2, height - 6, words.back);
      line('first', path(first.norms, x, y));
      line('mine', path(mine.norms, x, y));
    });
  };

  const statePicture = (holder, words, label, run, hasCell) => {
    const title = 30;
    const panels = [
      [words.input, [run.inputs], 'input', 70], [words.hidden, run.hidden, 'state', 120],
    ];
    if (hasCell) panels.push([words.cellState, run.cell, 'state', 120]);
    const height = panels.reduce((sum, panel) => sum + panel[3] + title, frame.bottom);
    picture(holder, height, label, ({ right, line, text }) => {
      const { left } = frame;
      const x = (step) => left + (right - left) * step / (run.steps - 1);
      let top = 0;
      for (const [name, series, kind, tall] of panels) {
        const most = Math.max(1e-3, largest(series.flat()));
        const middle = top + title + tall / 2;
        const y = (value) => middle - value / most * tall / 2;
        text('panel', left, top + title - 10, name);
        line('rule', `M${left} ${middle}H${right}`);
        const bound = Number(most.toPrecision(2));
        for (const level of [bound, 0, -bound]) text('level', left - 8, y(level) + 4, short(level));
        line(kind, series.map((values) => path(values, x, y)).join(''));
        top += title + tall;
      }
      for (const step of stops(run.steps, right - left)) {
        text('stop', x(Math.max(step, 1) - 1), top + 22, Math.max(step, 1));
      }
      text('axis', (left + right) / 2, height - 4, words.time);
    });
  };

  // ---- What the data says
  const gradientSentence = (words, cell, { steps, norms }) => {
    const left = norms[steps - 1];
    const half = norms.findIndex((norm) => norm < 0.5);
    // In three digits, less than this is as large as at the start.
    const hasGrown = left >= 1.005;
    const pattern = hasGrown ? words.sayGrown : half < 0 ? words.sayKept : words.sayLost;
    return fill(pattern, {
      cell, steps: steps - 1, half, left: hasGrown ? short(left) : share(left),
    });
  };
  const stateSentence = (words, { steps, hidden }) => {
    const size = (step) => short(largest(hidden.map((unit) => unit[step])));
    return fill(words.sayStates, { start: size(0), end: size(steps - 1), steps });
  };
  // The table has all digits in `value`, for whoever wants to copy or compare them.
  const rows = ({ norms }) => norms.map((norm, back) => `<tr><td class="n">${back}</td>
    <td class="n"><data value="${norm}">${short(norm)}</data></td></tr>`).join('');

  // ---- One live figure: its room is kept until it is known whether it can run.
  const stay = (section) => section.classList.add('is-still');
  const start = async (section) => {
    const words = section.dataset;
    const form = find('.live-bench', section);
    const knob = (name) => form.elements[name];
    const names = ['cell', 'sequence', 'steps', 'radius', 'forget'];
    const read = () => ({
      cell: knob('cell').selectedIndex, sequence: knob('sequence').selectedIndex,
      steps: Number(knob('steps').value), radius: Number(knob('radius').value),
      forget: Number(knob('forget').value),
    });
    const text = () => names.map((name) => knob(name).value).join('_');

    let run;
    try { run = await load(words.program); } catch { return stay(section); }
    const first = run(read());
    const standard = text();

    // The address carries the network; nonsense in it is what the page begins with.
    const follow = (wanted) => {
      wanted.split('_', names.length).forEach((value, index) => {
        knob(names[index]).value = value;
      });
      for (const name of ['cell', 'sequence']) {
        if (knob(name).selectedIndex < 0) find('[selected]', knob(name)).selected = true;
      }
    };
    const remember = () => {
      const address = new URL(location.href);
      if (text() === standard) address.searchParams.delete(section.id);
      else address.searchParams.set(section.id, text());
      try { history.replaceState(history.state, '', address); } catch {}
    };

    let mine = first;
    const hasCell = () => knob('cell').value === 'lstm';
    const gradientWords = () =>
      gradientSentence(words, knob('cell').selectedOptions[0].text, mine);
    const stateWords = () => stateSentence(words, mine);
    const draw = () => {
      gradientPicture(
        find('[data-picture="gradient"]', form), words,
        `${words.gradient}. ${gradientWords()}`, mine, first);
      statePicture(
        find('[data-picture="states"]', form), words,
        `${words.states}. ${stateWords()}`, mine, hasCell());
    };
    const show = () => {
      mine = run(read()) ?? mine;
      for (const output of all('output', form)) {
        output.value = document.getElementById(output.htmlFor.value).value;
      }
      find('.live-forget', form).hidden = !hasCell();
      find('.status', form).textContent = `${gradientWords()} ${stateWords()}`;
      find('tbody', form).innerHTML = rows(mine);
      draw();
    };

    const wanted = new URLSearchParams(location.search).get(section.id);
    if (wanted) follow(wanted);
    section.classList.add('is-live');
    show();
    form.addEventListener('input', show);
    form.addEventListener('change', remember);
    form.addEventListener('submit', (event) => event.preventDefault());
    find('[data-reset]', form).addEventListener('click', () => {
      form.reset();
      show();
      remember();
    });
    new ResizeObserver(draw).observe(form);
  };

  // A page from a disk may not fetch the program.
  const canRun = typeof WebAssembly === 'object' && location.protocol !== 'file:';
  all('.live', document).forEach(canRun ? start : stay);
})();
