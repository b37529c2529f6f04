"""The script brings controls, never words: every page reads the same without it."""

from collections import Counter

# Every word of the text, what the script has to itself left out.
ALL_WORDS = """() => {
  const text = document.querySelector('main').cloneNode(true);
  text.querySelectorAll(
    '.scripted, .status, annotation, script, style, [popover], .pick, .move, .live-bench'
  ).forEach((part) => part.remove());
  return text.textContent.split(/\\s+/).filter(Boolean);
}"""

# The same text as it is seen when every disclosure has been opened.
SEEN_WORDS = """() => {
  const main = document.querySelector('main');
  main.querySelectorAll('details').forEach((part) => { part.open = true; });
  const hidden = [...main.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3, h4, pre, figcaption')]
    .filter((part) => !part.closest('.scripted, .status, [popover], .pick, .move, .live-bench'))
    .filter((part) => part.textContent.trim() && !part.checkVisibility({ visibilityProperty: true }));
  return hidden.map((part) => part.textContent.trim().slice(0, 80));
}"""


def test_every_page_has_the_same_words_with_the_script_and_without(visit, pages):
    whole, plain = visit(), visit(java_script_enabled=False)
    # A newcomer on every page: nobody is told to continue where they were.
    whole.context.add_init_script("try { localStorage.clear() } catch {}")
    for path in pages:
        if path == "search.html":
            continue  # Its results are the script's own; its list is tested in test_search.py.
        with_script, without = whole.open(path), plain.open(path)
        all_words = Counter(with_script.evaluate(ALL_WORDS))
        assert sum(all_words.values()) > 5, path
        assert all_words == Counter(without.evaluate(ALL_WORDS)), path
        with_script.close()
        without.close()


def test_without_the_script_no_word_of_a_page_is_hidden(visit, pages):
    plain = visit(java_script_enabled=False)
    for path in pages:
        page = plain.open(path)
        assert page.evaluate(SEEN_WORDS) == [], path
        page.close()
