"""Readers who widen letters, words and lines (WCAG 2.2, 1.4.12) lose nothing by it."""

from conftest import PHONE

WIDENED = """* {
  line-height: 1.5 !important;
  letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important;
}
p { margin-bottom: 2em !important; }"""

# What reaches out of the page although nothing around it scrolls.
STICKING_OUT = """() => {
  const scrolls = (part) => part && (
    getComputedStyle(part).overflowX !== 'visible' || scrolls(part.parentElement));
  const edge = document.documentElement.clientWidth + 1;
  return [...document.querySelectorAll('main *')]
    .filter((part) => part.getBoundingClientRect().right > edge)
    .filter((part) => part.checkVisibility() && !scrolls(part.parentElement))
    .map((part) => part.outerHTML.slice(0, 100));
}"""

# What hides its own words because they do not fit.
CUT_OFF = """() => [...document.querySelectorAll('body *')].filter((part) => {
  const style = getComputedStyle(part);
  return ['hidden', 'clip'].includes(style.overflowX) && style.clipPath === 'none'
    && part.checkVisibility()
    && (part.scrollWidth > part.clientWidth || part.scrollHeight > part.clientHeight);
}).map((part) => part.outerHTML.slice(0, 100))"""


def test_widened_letters_make_no_page_wider_and_are_cut_off_nowhere(visit, pages):
    guest = visit(viewport=PHONE)
    for path in pages:
        page = guest.open(path)
        page.add_style_tag(content=WIDENED)
        assert page.evaluate(STICKING_OUT) == [], path
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{path} is {width} pixels wide"
        assert page.evaluate(CUT_OFF) == [], path
        page.close()
