from journeys import has_focus


def test_the_slash_leads_to_the_search_and_forget_gate_is_found_in_its_section(visit):
    page = visit().open("layers/gru.html")
    page.keyboard.press("/")
    page.wait_for_url("**/search.html*")
    field = page.locator("#query")
    assert has_focus(field)
    field.fill("forget gate")
    page.wait_for_selector(".results > li")
    words = page.locator(".prose > .status").inner_text()
    assert "“forget gate”" in words
    links = page.locator(".results a").evaluate_all("links => links.map(a => a.href)")
    assert any("layers/lstm.html#" in link for link in links), "a section of the LSTM lesson"
    assert any("mark" in item for item in page.locator(".results p").evaluate_all(
        "parts => parts.map(part => part.innerHTML)"))
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert not page.url.endswith("search.html")


def test_an_address_holds_the_question(visit):
    page = visit().open("search.html?q=spectral+radius")
    page.wait_for_selector(".results > li")
    assert page.locator("#query").input_value() == "spectral radius"
    page.locator("#query").fill("")
    page.wait_for_selector(".index li")
    assert page.locator(".results").is_hidden()


def test_nothing_found_is_said(visit):
    page = visit().open("search.html?q=xyzzyplugh")
    page.wait_for_function("document.querySelector('.prose > .status').textContent !== ''")
    assert page.locator(".prose > .status").inner_text() == "Nothing has “xyzzyplugh”"


def test_a_site_from_a_disk_searches_the_list(browser, folder):
    context = browser.new_context()
    page = context.new_page()
    page.goto((folder / "search.html").as_uri())
    page.locator("#query").fill("gradient")
    page.wait_for_function("document.querySelector('.prose > .status').textContent !== ''")
    shown = page.locator(".index li:visible > a").all_inner_texts()
    assert any("gradient" in text.lower() for text in shown)
    assert "GRU" not in shown
    context.close()


def test_without_javascript_all_lessons_and_terms_are_listed(browser, site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "search.html")
    text = page.locator(".index").inner_text()
    assert "forget gate" in text.lower()
    assert page.locator(".index a[href='layers/lstm.html']").first.is_visible()
    assert page.locator("#query").is_hidden()
    context.close()
