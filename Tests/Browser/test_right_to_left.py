"""The course as if its language were written from right to left: the page turns around, whole."""

import shutil

import pytest
from conftest import PHONE, REPOSITORY, WIDE, Course, Host, Visit
from journeys import answer, choices

PAGES = [
    "index.html", "unroller.html", "layers/lstm.html", "guide/writing.html", "checklist.html",
    "glossary.html", "hub/index.html", "search.html",
]


@pytest.fixture(scope="module")
def turned(request, tmp_path_factory):
    """The address of this course, built with `language: ar`."""
    folder = tmp_path_factory.mktemp("turned")
    shutil.copytree(REPOSITORY / "content", folder / "content")
    settings = folder / "content/course.yml"
    text = settings.read_text()
    assert "\nlanguage: en\n" in text
    settings.write_text(text.replace("\nlanguage: en\n", "\nlanguage: ar\n"))
    course = Course(request.config.getoption("--unroller"), folder)
    # Figures know no direction, so those of the course are taken as they are.
    course.build("--store", REPOSITORY / ".unroller/store")
    host = Host(course.site)
    yield host.address
    host.goes_away()


@pytest.fixture
def reader(browser, turned):
    visits = []

    def start(**options):
        visits.append(Visit(browser, turned, **options))
        return visits[-1]

    yield start
    for each in visits:
        each.context.close()
    assert [problem for visit in visits for problem in visit.problems] == []


def left(locator):
    return locator.bounding_box()["x"]


def right(locator):
    box = locator.bounding_box()
    return box["x"] + box["width"]


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_no_page_is_wider_than_its_window(reader, viewport):
    guest = reader(viewport=viewport)
    for path in PAGES:
        page = guest.open(path)
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= viewport["width"], f"{path} is {width} pixels wide"
        page.close()


def test_the_course_stands_at_the_right_and_the_contents_at_the_left(reader):
    page = reader().open("layers/lstm.html")
    text = page.locator(".prose > p").first
    assert left(page.locator("nav.course")) > right(text) > right(page.locator(".contents"))
    assert text.evaluate("p => getComputedStyle(p).textAlign") == "start"
    assert left(page.locator(".turn .previous")) > right(page.locator(".turn .next"))


def test_marks_stand_before_what_they_mark(reader):
    guest = reader()
    page = guest.open("index.html")
    rung = page.locator(".ladder > ol > li").nth(1)
    assert left(rung.locator(".number").first) >= right(rung.locator("p").first) - 1
    page = guest.open("checklist.html")
    choice = page.locator(".checklist .choice").first
    assert left(choice.locator("input")) >= right(choice.locator("span"))
    detail = page.locator(".item-detail").first
    assert right(detail) <= right(choice) - 20
    page = guest.open("guide/writing.html")
    note = page.locator(".admonition").first
    edge = note.evaluate("n => parseFloat(getComputedStyle(n).borderRightWidth)")
    assert edge > note.evaluate("n => parseFloat(getComputedStyle(n).borderLeftWidth)")


def test_programs_and_formulas_still_read_from_left_to_right(reader):
    page = reader().open("guide/writing.html")
    for part in ["pre", ".prose p > code", "math"]:
        direction = "part => getComputedStyle(part).direction"
        assert page.locator(part).first.evaluate(direction) == "ltr", part
    live = reader().open("unroller.html")
    live.locator(".live").scroll_into_view_if_needed()
    live.locator(".live-bench").wait_for()
    picture = live.locator("[data-picture=gradient] svg")
    for word in picture.locator("text.level").all():
        assert left(word) >= left(picture)


def test_a_card_stays_on_the_screen_and_a_check_answers(reader):
    page = reader(viewport=PHONE).open("layers/lstm.html")
    page.locator(".prose a.term").first.click()
    box = page.locator("[popover]:popover-open").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= PHONE["width"]
    page.keyboard.press("Escape")
    check = page.locator(".quiz").first
    answer(check, choices(check)[0])
    assert check.locator("form .yes").is_visible()
