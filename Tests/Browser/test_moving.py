"""What a learner has done is kept by the names of things, not by their addresses."""

import pytest
from conftest import Host
from journeys import answer, choices


@pytest.fixture
def learner(browser):
    context = browser.new_context()
    context.set_default_timeout(5000)
    yield context.new_page()
    context.close()


def test_ticks_and_mastered_checks_stay_when_their_pages_move(learner, course):
    course.build()
    host = Host(course.site)
    learner.goto(host.address + "before-you-train.html")
    boxes = learner.locator(".checklist input")
    assert boxes.count() == 2
    boxes.nth(1).check()
    learner.goto(host.address + "lessons/decay.html")
    check = learner.locator("#q-half")
    answer(check, choices(check)[0])
    assert check.locator("form .yes").is_visible()

    course.move("before-you-train.md", "practice/list.md")
    course.move("lessons/decay.md", "going-on/fading.md")
    course.build()
    learner.goto(host.address + "practice/list.html")
    assert [box.is_checked() for box in boxes.all()] == [False, True]
    assert learner.locator(".ticks").inner_text() == "1 / 2"
    learner.goto(host.address + "going-on/fading.html")
    assert learner.locator("#q-half form .yes").is_visible(), "mastered is mastered"
    host.goes_away()


def test_ticks_stay_when_items_change_places_and_details(learner, course):
    course.build()
    host = Host(course.site)
    learner.goto(host.address + "before-you-train.html")
    learner.get_by_label("The gradient is clipped.").check()
    page = course.content / "before-you-train.md"
    text = page.read_text()
    new = "- [ ] The gradient is clipped.\n\n  To a norm of 1.\n\n"
    text = text.replace("- [ ] The gradient is clipped.\n", "")
    page.write_text(text.replace("- [ ] The input", f"{new}- [ ] The input"))
    course.build()
    # Another query, because a server tells new from old by the second only.
    learner.goto(host.address + "before-you-train.html?new")
    assert learner.locator(".checklist input").first.is_checked()
    assert learner.locator(".ticks").inner_text() == "1 / 2"
    host.goes_away()
