"""The author's page: it follows every save, by the real command."""

import re
import subprocess

import pytest

BOX = "#unroller-problems"


class Preview:
    def __init__(self, course):
        command = [str(course.program), "serve", "--port", "0"]
        self.process = subprocess.Popen(
            command, cwd=course.folder, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.address = re.search(r"http://\S+/", self.process.stdout.readline()).group(0)

    def ends(self):
        self.process.terminate()
        self.process.wait()


@pytest.fixture
def preview(course):
    preview = Preview(course)
    yield preview
    preview.ends()


@pytest.fixture
def author(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 600})
    # A first build draws figures.
    context.set_default_timeout(30_000)
    yield context.new_page()
    context.close()


def change(course, name, old, new):
    page = course.content / name
    text = page.read_text()
    assert old in text
    page.write_text(text.replace(old, new))


def test_a_save_is_on_the_screen_where_the_reader_stands(author, course, preview):
    author.goto(preview.address + "lessons/decay.html")
    author.get_by_role("heading", level=1).wait_for()
    last = author.locator("main h2").last
    last.wait_for()
    author.evaluate("scrollTo(0, 400)")
    change(course, "lessons/decay.md", "\n## ", "\nFresh words stand here.\n\n## ")
    author.get_by_text("Fresh words stand here.").first.wait_for()
    author.wait_for_function("scrollY === 400")


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(author, course, preview):
    author.goto(preview.address + "index.html")
    author.get_by_role("heading", level=1).wait_for()
    page = course.content / "index.md"
    text = page.read_text()
    page.write_text(text + "\n[Away](nowhere.md)\n")
    box = author.locator(BOX)
    box.wait_for()
    line = len(text.splitlines()) + 2
    assert box.inner_text().startswith(
        f"content/index.md:{line}:1: error: there is no page or file 'nowhere.md'")
    assert author.get_by_role("heading", level=1).is_visible()
    # Another page that is opened meanwhile says so too.
    other = author.context.new_page()
    other.goto(preview.address + "lessons/decay.html")
    other.locator(BOX).wait_for()
    page.write_text(text + "\nMended.\n")
    author.get_by_text("Mended.").wait_for()
    assert author.locator(BOX).count() == 0
    other.wait_for_function(f"!document.querySelector('{BOX}')")


def test_a_changed_block_shows_its_new_figure(author, course, preview):
    author.goto(preview.address + "lessons/decay.html")
    picture = author.locator("figure img").first
    picture.wait_for()
    before = picture.get_attribute("src")
    change(course, "lessons/decay.md", "0.9", "0.8")
    author.wait_for_function(
        "before => { const image = document.querySelector('figure img');"
        " return image && image.getAttribute('src') !== before && image.complete"
        " && image.naturalWidth > 0 }", arg=before)


def test_whatever_happens_to_the_files_the_preview_goes_on(author, course, preview):
    author.goto(preview.address + "index.html")
    author.get_by_role("heading", level=1).wait_for()
    settings = course.content / "course.yml"
    good = settings.read_text()
    box = author.locator(BOX)
    for broken in ("title: [", "", "\0\xff"):
        settings.write_text(broken)
        box.wait_for()
        settings.write_text(good)
        box.wait_for(state="detached")
    # A page gets another name, and the list of pages follows later.
    (course.content / "lessons/decay.md").rename(course.content / "lessons/fading.md")
    box.wait_for()
    assert "there is no lesson 'lessons/decay.md'" in box.inner_text()
    for page in [settings, *course.content.rglob("*.md")]:
        page.write_text(page.read_text().replace("decay.md", "fading.md"))
    box.wait_for(state="detached")
    author.goto(preview.address + "lessons/fading.html")
    author.get_by_role("heading", level=1).wait_for()
    # The folder goes away and comes back.
    course.content.rename(course.folder / "elsewhere")
    box.wait_for()
    assert "there is no folder 'content'" in box.inner_text()
    (course.folder / "elsewhere").rename(course.content)
    box.wait_for(state="detached")
    assert preview.process.poll() is None
