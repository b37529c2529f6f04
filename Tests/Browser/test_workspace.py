import pytest
from conftest import PHONE, WIDE
from journeys import has_focus, press_until

COUNT = 4


def frame_shown(page):
    """The numbers of the frames that can be seen."""
    frames = page.locator(".stage > .frames > li").all()
    return [number for number, frame in enumerate(frames, 1) if frame.is_visible()]


def state(page):
    status = page.locator(".stage > .status").inner_text()
    return page.locator(".stage .pick :checked").get_attribute("value"), status


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_the_four_stages_are_walked_by_keyboard(visit, viewport):
    page = visit(viewport=viewport).open("unroller.html")
    forward = page.locator("[data-move='1']")
    press_until(page, "[data-move='1']")
    for number in range(1, COUNT + 1):
        value, status = state(page)
        assert value == str(number)
        assert status.startswith(f"{number} / {COUNT}: ") and len(status) > 10
        assert frame_shown(page) == [number]
        assert has_focus(forward)
        page.keyboard.press("Enter")
    assert state(page)[0] == str(COUNT), "the last stage has no next one"
    assert forward.get_attribute("aria-disabled") == "true"
    assert has_focus(forward)
    press_until(page, "[data-move='-1']", key="Shift+Tab")
    for number in range(COUNT - 1, 0, -1):
        page.keyboard.press("Space")
        assert state(page)[0] == str(number)
    assert page.locator("[data-move='-1']").get_attribute("aria-disabled") == "true"


def test_arrow_keys_on_the_stage_numbers_do_the_same(visit):
    page = visit().open("unroller.html")
    press_until(page, ".stage .pick input")
    for number in range(2, COUNT + 1):
        page.keyboard.press("ArrowRight")
        assert state(page)[1].startswith(f"{number} / {COUNT}: ")
        assert frame_shown(page) == [number]


def test_stepping_moves_nothing_above_the_frame_and_leaves_no_gap_below_it(visit):
    page = visit().open("unroller.html")
    page.locator(".stage img").evaluate_all("images => images.forEach(i => i.loading = 'eager')")
    page.wait_for_function("[...document.images].every(image => image.complete)")
    head = ["h1", ".steps > h2", ".stage > .pick", ".stage > .move", ".stage > .status"]
    places = [page.locator(part).bounding_box() for part in head]
    for number in range(1, COUNT + 1):
        frame = page.locator(f".stage > .frames > li:nth-child({number})").bounding_box()
        assert page.locator(".stage > .frames").bounding_box()["height"] == frame["height"]
        assert [page.locator(part).bounding_box() for part in head] == places
        if number < COUNT:
            page.locator("[data-move='1']").click()


def test_an_address_leads_to_a_stage_and_stepping_changes_it(visit):
    page = visit().open("unroller.html#stage-3")
    assert state(page)[0] == "3"
    assert frame_shown(page) == [3]
    page.locator("[data-move='1']").click()
    assert page.evaluate("location.hash") == "#stage-4"
    page.reload()
    assert state(page)[1].startswith("4 / 4: ")


def test_every_stage_has_a_figure_that_loads(visit):
    page = visit().open("unroller.html")
    for number in range(1, COUNT + 1):
        page.locator(f".stage .pick [value='{number}']").check(force=True)
        image = page.locator(f".stage > .frames > li:nth-child({number}) img").first
        image.scroll_into_view_if_needed()
        image.evaluate("image => image.decode()")
        assert image.evaluate("image => image.naturalWidth") > 0
        assert image.get_attribute("alt")
