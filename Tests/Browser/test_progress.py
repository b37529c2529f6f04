import json

from journeys import locked_layers, master, needed_checks


def unlock_first(guest):
    """Masters what the first locked layer waits for; gives the home page and how many were locked."""
    home = guest.open("index.html")
    before = locked_layers(home).count()
    assert before > 0, "a newcomer finds locked layers"
    for address in needed_checks(locked_layers(home).first):
        master(guest, address)
    return home, before


def test_a_layer_unlocks_in_every_tab_and_stays_so(visit):
    guest = visit()
    home, before = unlock_first(guest)
    home.wait_for_function(
        "n => document.querySelectorAll('.ladder > ol > li.is-locked').length === n", arg=before - 1
    )
    count = home.locator(".ladder > ol > li").count()
    status = home.locator(".ladder-state .status")
    assert str(count - before + 1) in status.inner_text()
    home.reload()
    assert locked_layers(home).count() == before - 1
    assert guest.open("index.html").locator(".ladder > ol > li.is-open").count() >= 1


def test_a_locked_layer_still_opens_by_its_link_and_says_what_is_missing(visit):
    guest = visit()
    home = guest.open("index.html")
    locked_layers(home).first.locator("h2 a, h3 a, h4 a").first.click()
    home.wait_for_selector(".page-head .gate.is-locked")
    gate = home.locator(".page-head .gate")
    assert gate.locator("a").count() >= 1
    assert len(home.locator(".prose").inner_text()) > 200


def test_a_changed_question_has_to_be_mastered_again(visit):
    guest = visit()
    home, before = unlock_first(guest)
    home.evaluate(
        """() => {
          const key = Object.keys(localStorage).find(k => k !== 'unroller:v1:theme');
          const store = JSON.parse(localStorage[key]);
          for (const id in store.done) store.done[id] = '00000000';
          localStorage[key] = JSON.stringify(store);
        }"""
    )
    home.reload()
    assert locked_layers(home).count() == before


def test_progress_leaves_as_a_file_and_comes_back_in_another_browser(visit, tmp_path):
    guest = visit()
    home, before = unlock_first(guest)
    home.reload()
    home.locator(".progress summary").click()
    with home.expect_download() as download:
        home.locator("[data-progress=export]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    assert json.loads(file.read_text())["done"]

    stranger = visit().open("index.html")
    assert locked_layers(stranger).count() == before
    stranger.locator(".progress summary").click()
    stranger.locator(".progress input[type=file]").set_input_files(file)
    stranger.wait_for_selector(".progress .status.yes")
    assert locked_layers(stranger).count() == before - 1


def test_a_file_that_is_no_progress_is_refused_in_words(visit, tmp_path):
    file = tmp_path / "other.json"
    page = visit().open("index.html")
    page.locator(".progress summary").click()
    for text in ["not json", "[]", '{"done": 1}', '{"course": "x", "done": {}, "ticks": {}}']:
        file.write_text(text)
        page.locator(".progress .status").evaluate("status => { status.className = 'status' }")
        page.locator(".progress input[type=file]").set_input_files(file)
        page.wait_for_selector(".progress .status.no")
        assert page.locator(".progress .status").inner_text()


def test_reset_asks_once_and_then_locks_again(visit):
    guest = visit()
    home, before = unlock_first(guest)
    home.reload()
    home.locator(".progress summary").click()
    home.locator("[data-progress=reset]").click()
    assert locked_layers(home).count() == before - 1
    home.locator("[data-progress=reset]").click()
    assert locked_layers(home).count() == before
    home.reload()
    assert locked_layers(home).count() == before


def test_ticks_of_the_checklist_are_remembered(visit):
    page = visit().open("checklist.html")
    lists = page.locator("details.checklist")
    if not lists.first.evaluate("list => list.open"):
        lists.first.locator("summary").click()
    box = lists.first.locator("input").first
    box.focus()
    page.keyboard.press("Space")
    page.reload()
    assert page.locator("details.checklist input").first.is_checked()
    assert page.locator(".ticks").first.inner_text().startswith("1 / ")


def test_the_home_page_leads_on_to_where_the_learner_was(visit):
    guest = visit()
    page = guest.open("index.html")
    button = page.locator("[data-continue]")
    # Not the page that the button leads to by itself.
    wanted = "layers/lstm.html"
    assert not button.get_attribute("href").endswith(wanted)
    guest.open(wanted).close()
    page.reload()
    button.click()
    page.wait_for_url(f"**/{wanted}")


def test_a_denied_store_costs_memory_and_nothing_else(visit):
    guest = visit()
    guest.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied') } })"
    )
    page = guest.open("unroller.html")
    page.locator("[data-move='1']").click()
    assert page.locator(".stage > .status").inner_text().startswith("2 / 4")
