"""What a page costs its reader: budgets in bytes, and nothing from elsewhere."""

import gzip
from urllib.parse import urlsplit

import pytest

STYLE_BUDGET = 8000
SCRIPT_BUDGET = 6 * 1024
# A live figure and the search each bring a script of their own.
RICH_SCRIPT_BUDGET = 10 * 1024
FIRST_PAGE_BUDGET = 100_000

INLINE_SCRIPTS = """scripts => scripts
  .filter((script) => !script.src && script.type !== 'application/ld+json')
  .map((script) => script.textContent).join('')"""


def compressed(data):
    return len(gzip.compress(data, compresslevel=9, mtime=0))


class Load:
    """A page as it comes to somebody who was never here: its bytes, kind by kind."""

    def __init__(self, guest, path):
        self.bodies = []
        page = guest.context.new_page()
        page.on("response", self._came)
        page.goto(guest.site + path, wait_until="networkidle")
        self.page = page

    def _came(self, response):
        self.bodies.append((response.request.resource_type, response))

    def bytes_of(self, kind):
        return [response.body() for found, response in self.bodies if found == kind]

    def script_weight(self):
        inline = self.page.locator("script").evaluate_all(INLINE_SCRIPTS).encode()
        return sum(map(compressed, [*self.bytes_of("script"), inline]))


@pytest.fixture(scope="module")
def loads(browser, site, pages):
    """Every page, opened once by a browser that has kept nothing; and all addresses asked for."""
    from conftest import Visit

    weights, asked = {}, set()
    for path in pages:
        guest = Visit(browser, site)
        guest.context.on("request", lambda request: asked.add(request.url))
        load = Load(guest, path)
        weights[path] = {
            "style": sum(map(compressed, load.bytes_of("stylesheet"))),
            "script": load.script_weight(),
            "plain": sum(
                len(body) for kind in ["document", "stylesheet", "script"]
                for body in load.bytes_of(kind)
            ),
            "fonts": len(load.bytes_of("font")),
            "rich": load.page.locator(".live, #query").count() > 0,
        }
        guest.context.close()
    return weights, asked


def test_the_style_sheet_of_every_page_is_within_its_budget(loads):
    assert {path: w["style"] for path, w in loads[0].items() if w["style"] > STYLE_BUDGET} == {}
    assert any(w["style"] > 0 for w in loads[0].values())


def test_the_scripts_of_every_page_are_within_their_budget(loads):
    def budget(weight):
        return RICH_SCRIPT_BUDGET if weight["rich"] else SCRIPT_BUDGET

    heavy = {path: w["script"] for path, w in loads[0].items() if w["script"] > budget(w)}
    assert heavy == {}
    assert sum(not w["rich"] for w in loads[0].values()) > 15


def test_the_first_page_without_its_figures_is_below_a_hundred_kilobytes(loads):
    assert 0 < loads[0]["index.html"]["plain"] < FIRST_PAGE_BUDGET


def test_no_page_asks_anything_of_another_host_and_none_loads_a_font(loads, site):
    own = urlsplit(site).netloc
    outside = {url for url in loads[1] if urlsplit(url).netloc not in (own, "")}
    assert outside == set()
    assert [path for path, w in loads[0].items() if w["fonts"]] == []
