import pytest

PAPER = {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 28)"}


def paper(page):
    return page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def first_figure(page):
    image = page.locator("picture:has(source) img").first
    image.scroll_into_view_if_needed()
    page.wait_for_function("image => image.complete && image.currentSrc", arg=image.element_handle())
    return image.evaluate("image => image.currentSrc")


@pytest.mark.parametrize("system", ["light", "dark"])
def test_page_and_figures_follow_the_system_and_then_the_learner(visit, system):
    other = {"light": "dark", "dark": "light"}[system]
    guest = visit(color_scheme=system)
    page = guest.open("temporal-intelligence.html")
    assert paper(page) == PAPER[system]
    by_system = first_figure(page)

    select = page.locator("#theme")
    select.focus()
    select.select_option(other)
    assert paper(page) == PAPER[other]
    page.wait_for_function(
        "old => document.querySelector('picture:has(source) img').currentSrc !== old",
        arg=by_system,
    )
    by_choice = first_figure(page)

    page.reload()
    assert paper(page) == PAPER[other], "the choice is remembered"
    page.wait_for_function(
        "wanted => document.querySelector('picture:has(source) img').currentSrc === wanted",
        arg=by_choice,
    )
    select.select_option("")
    assert paper(page) == PAPER[system]
    page.wait_for_function(
        "wanted => document.querySelector('picture:has(source) img').currentSrc === wanted",
        arg=by_system,
    )


def test_a_remembered_theme_is_there_before_the_script(visit):
    guest = visit(color_scheme="light")
    page = guest.open("index.html")
    page.locator("#theme").select_option("dark")
    guest.context.route("**/*.js", lambda route: route.fulfill(body="", status=200))
    page.reload()
    assert paper(page) == PAPER["dark"]


# What would move: an animation, a transition that takes time, a scroll that glides.
MOVING = """() => [...document.querySelectorAll('*')].filter((part) => {
  const style = getComputedStyle(part);
  return style.animationName !== 'none' || style.scrollBehavior === 'smooth'
    || style.transitionDuration.split(', ').some((time) => parseFloat(time) > 0);
}).map((part) => part.outerHTML.slice(0, 100))"""


def test_reduced_motion_leaves_nothing_moving(visit, pages):
    guest = visit(reduced_motion="reduce")
    for path in pages:
        page = guest.open(path)
        assert page.evaluate(MOVING) == [], path
        assert page.evaluate("document.getAnimations().length") == 0, path
        page.close()


def test_reduced_motion_leaves_stages_and_cards_at_rest(visit):
    guest = visit(reduced_motion="reduce")
    page = guest.open("unroller.html")
    page.locator("[data-move='1']").click()
    assert page.evaluate("document.getAnimations().length") == 0
    page = guest.open("temporal-intelligence.html")
    page.locator(".prose a.term").first.click()
    assert page.locator("[popover]:popover-open").is_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    assert page.evaluate(MOVING) == []
