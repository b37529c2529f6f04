import re
import shutil

import pytest
from conftest import Host


@pytest.fixture
def reader(browser):
    context = browser.new_context()
    context.set_default_timeout(20000)
    yield context
    context.close()


def keep(page, host):
    page.goto(host.address + "index.html")
    page.get_by_role("button", name="Keep this course offline").click()
    page.get_by_text("Kept. The course opens without a network now.").wait_for()


def test_nothing_is_kept_before_the_reader_asks_for_it(reader, folder):
    host = Host(folder)
    page = reader.new_page()
    page.goto(host.address + "index.html")
    page.get_by_role("button", name="Keep this course offline").wait_for()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    host.goes_away()


def test_a_kept_course_opens_without_its_host(reader, folder):
    host = Host(folder)
    page = reader.new_page()
    keep(page, host)
    host.goes_away()
    page.goto(host.address + "layers/lstm.html")
    assert page.locator("h1").inner_text() == "LSTM"
    picture = page.locator("figure.plot img").first
    picture.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('figure.plot img').naturalWidth > 0")
    page.goto(host.address)
    assert page.locator("h1").is_visible()
    page.get_by_role("button", name="Give up the offline copy").click()
    page.get_by_text("Nothing is kept any more.").wait_for()
    assert page.evaluate("caches.keys()") == []
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0


def test_a_new_site_takes_the_place_of_the_kept_one(reader, folder, tmp_path):
    copy = tmp_path / "site"
    shutil.copytree(folder, copy)
    host = Host(copy)
    page = reader.new_page()
    keep(page, host)
    home = copy / "checklist.html"
    home.write_text(home.read_text().replace("<h1", "<h1 data-new"))
    worker = copy / "offline-worker.js"
    worker.write_text(re.sub("const version = '.*?'", "const version = 'new'", worker.read_text()))
    page.goto(host.address + "index.html")
    assert page.evaluate("""async () => {
        for (let turn = 0; turn < 200; turn += 1) {
            const names = await caches.keys();
            if (names.length === 1 && names[0].endsWith(' new')) return true;
            await new Promise((resolve) => setTimeout(resolve, 100));
        }
    }""")
    host.goes_away()
    page.goto(host.address + "checklist.html")
    assert page.locator("h1[data-new]").is_visible()
