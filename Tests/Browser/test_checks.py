import pytest
from journeys import answer, choices, has_focus, press_until

HERO_CHECKS = ["q-sequential-logic", "q-vanishing-hero"]


@pytest.fixture(scope="module")
def home_of(browser, site, pages):
    """The page that each check stands on."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    home = {}
    for path in pages:
        page.goto(site + path)
        for form in page.locator("form[data-check]").all():
            home[form.get_attribute("data-check")] = path
    context.close()
    return home


@pytest.mark.parametrize("identifier", HERO_CHECKS)
def test_an_empty_then_a_wrong_then_a_right_answer_by_keyboard(visit, home_of, identifier):
    page = visit().open(f"{home_of[identifier]}#{identifier}")
    check = page.locator(f"#{identifier}")
    status, submit = check.locator("form .status"), check.locator("button[type=submit]")
    assert status.get_attribute("role") == "status"
    assert check.locator("input:checked").count() == 0, "nothing is chosen beforehand"

    submit.focus()
    page.keyboard.press("Enter")
    assert "no" in status.get_attribute("class")
    assert has_focus(check.locator("input").first), "the focus goes to the first answer"

    right, wrong = choices(check)
    page.keyboard.press("Space")
    for _ in range(10):
        if check.locator("input:checked").get_attribute("value") == wrong[0]:
            break
        page.keyboard.press("ArrowDown")
    press_until(page, f"#{identifier} button[type=submit]")
    page.keyboard.press("Enter")
    why = check.locator(f"[data-choice={wrong[0]}] .why").text_content().strip()
    assert why in status.inner_text()
    assert has_focus(submit)
    assert check.locator("input:checked").get_attribute("value") == wrong[0]

    answer(check, right)
    assert "yes" in status.get_attribute("class")
    assert check.locator(f"[data-choice={right[0]}] .why").text_content().strip() in (
        status.inner_text()
    )


def test_every_choice_of_every_check_has_an_answer_of_its_own(visit, home_of):
    guest = visit()
    for path in sorted(set(home_of.values())):
        page = guest.open(path)
        for check in page.locator(".quiz").all():
            values = check.locator("form input").evaluate_all("boxes => boxes.map(b => b.value)")
            right, wrong = choices(check)
            assert sorted(right + wrong) == sorted(values)
            assert right, f"{path}: a check without a right answer"
            reasons = check.locator(".why").all_text_contents()
            assert all(reason.strip() for reason in reasons)
            assert len(set(reasons)) == len(values), f"{path}: a reason stands twice"
        page.close()


def test_checks_stand_on_pages_once(home_of, visit):
    assert set(HERO_CHECKS) <= set(home_of)
    guest = visit(java_script_enabled=False)
    seen = []
    for path in sorted(set(home_of.values())):
        page = guest.open(path)
        seen += page.locator("form[data-check]").evaluate_all(
            "forms => forms.map(f => f.dataset.check)"
        )
        page.close()
    assert len(seen) == len(set(seen))
