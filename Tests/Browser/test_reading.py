"""Every page, read without the script, on a phone, by keyboard and on paper."""

from conftest import PHONE
from journeys import has_focus, press_until

WORDS = "() => document.querySelector('main').innerText.split(/\\s+/).filter(Boolean)"


def test_no_page_is_wider_than_a_phone(visit, pages):
    guest = visit(viewport=PHONE)
    for path in pages:
        page = guest.open(path)
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE["width"], f"{path} is {width} pixels wide"
        page.close()


def test_without_the_script_every_stage_answer_and_term_is_there(visit, folder):
    guest = visit(java_script_enabled=False)
    page = guest.open("unroller.html")
    frames = page.locator(".stage > .frames > li")
    assert frames.count() == 4
    assert all(frame.is_visible() for frame in frames.all())
    assert all(frame.locator("img").first.is_visible() for frame in frames.all())
    for path in ["index.html", "unroller.html", "temporal-intelligence.html", "checklist.html"]:
        page.goto(guest.site + path)
        dead = [b for b in page.locator("main button").all() if b.is_visible()]
        assert dead == [], f"{path}: a button that does nothing"
    page.goto(guest.site + "layers/backpropagation-through-time.html")
    page.locator("details.answers summary").first.click()
    assert page.locator("details.answers").first.locator(".why").first.is_visible()
    page.goto(guest.site + "temporal-intelligence.html")
    term = page.locator(".prose a.term").first
    identifier = term.get_attribute("data-term")
    term.click()
    page.wait_for_url(f"**/glossary.html#{identifier}")
    assert page.locator(f"[id='{identifier}']").is_visible()


def test_a_lost_script_loses_no_word(visit):
    whole = visit().open("temporal-intelligence.html").evaluate(WORDS)
    guest = visit()
    guest.context.route("**/*.js", lambda route: route.fulfill(body="", status=200))
    assert guest.open("temporal-intelligence.html").evaluate(WORDS) == whole


def test_a_term_opens_its_card_by_keyboard_and_gives_the_focus_back(visit):
    page = visit().open("temporal-intelligence.html")
    term = page.locator(".prose a.term").first
    press_until(page, ".prose a.term")
    assert has_focus(term)
    page.keyboard.press("Enter")
    card = page.locator(f"[id='term-{term.get_attribute('data-term')}']")
    assert card.is_visible()
    assert has_focus(card.locator("h2"))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[popover]') !== null")
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert has_focus(term)


def test_a_card_stays_on_the_screen_of_a_phone(visit):
    page = visit(viewport=PHONE).open("temporal-intelligence.html")
    for term in page.locator(".prose a.term").all():
        term.scroll_into_view_if_needed()
        term.click()
        assert page.locator("[popover]:popover-open").count() == 1
        box = page.locator("[popover]:popover-open").bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
        page.keyboard.press("Escape")


def test_the_first_stop_of_the_keyboard_skips_to_the_text(visit, pages):
    guest = visit()
    for path in pages:
        page = guest.open(path)
        if page.locator("a.skip").count() == 0:
            assert page.locator("meta[http-equiv=refresh]").count() == 1, path
            continue
        page.keyboard.press("Tab")
        assert has_focus(page.locator("a.skip")), path
        page.keyboard.press("Enter")
        assert has_focus(page.locator("main")), path
        page.close()


def test_the_course_beside_a_page_shows_where_the_reader_is(visit):
    guest = visit()
    for path in ["index.html", "layers/lstm.html", "guide/reference.html"]:
        page = guest.open(path)
        box = page.locator("nav.course [aria-current]").bounding_box()
        assert 0 <= box["y"] < page.viewport_size["height"] - box["height"], path
        assert page.evaluate("scrollY") == 0, "the page itself stays at its top"
        page.close()


def test_paper_has_all_stages_all_answers_and_no_controls(visit):
    page = visit(color_scheme="dark").open("unroller.html")
    page.emulate_media(media="print")
    assert all(frame.is_visible() for frame in page.locator(".stage > .frames > li").all())
    hidden = ".course, .tools, .turn, .pick, .move, .copy, footer.site"
    assert not any(part.is_visible() for part in page.locator(hidden).all())
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == (
        "rgb(255, 255, 255)"
    )
    page.goto(page.url.replace("unroller", "temporal-intelligence"))
    assert all(reason.is_visible() for reason in page.locator(".answers .why").all())


def test_the_site_works_from_a_disk(browser, folder):
    context = browser.new_context()
    page = context.new_page()
    problems = []
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("requestfailed", lambda request: problems.append(request.url))
    page.goto((folder / "index.html").as_uri())
    page.locator("nav.course a[href$='unroller.html']").first.click()
    page.wait_for_url("**/unroller.html")
    page.wait_for_load_state()
    page.locator("[data-move='1']").click()
    assert page.locator(".stage > .status").inner_text().startswith("2 / 4")
    context.close()
    assert problems == []
