"""What learners do on a page, by keyboard, in words that the tests share."""


def press_until(page, selector, key="Tab", limit=150):
    """Presses a key until the focus is on what the selector names."""
    for _ in range(limit):
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} does not lead to {selector}")


def has_focus(locator):
    return locator.evaluate("element => element === document.activeElement")


def choices(check):
    """The values of a check's right and wrong answers, as “Answers and why” has them."""
    read = "items => items.map(i => [i.dataset.choice, 'right' in i.dataset])"
    answers = check.locator("[data-choice]").evaluate_all(read)
    return [i for i, right in answers if right], [i for i, right in answers if not right]


def answer(check, values):
    """Ticks exactly these answers and hands them in."""
    for box in check.locator("form input[type=checkbox]:checked").all():
        box.uncheck()
    for value in values:
        check.locator(f"form input[value={value}]").check()
    check.locator("button[type=submit]").click()


def master(visit, address):
    """Answers the check at an address rightly."""
    page = visit.context.new_page()
    page.goto(address)
    check = page.locator(f"[id='{address.rpartition('#')[2]}']")
    answer(check, choices(check)[0])
    assert check.locator("form .yes").is_visible()
    page.close()


def locked_layers(page):
    return page.locator(".ladder > ol > li.is-locked")


def needed_checks(layer):
    """The addresses of the checks that a layer waits for."""
    return layer.locator(".gate-line a").evaluate_all("links => links.map(a => a.href)")
