"""A built site on a loopback server, a real Chromium, and what must hold on every page.

    python -m pytest Tests/Browser [--site FOLDER]
"""

import functools
import http.server
import os
import pathlib
import shutil
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
WIDE, PHONE = {"width": 1280, "height": 900}, {"width": 320, "height": 640}


def pytest_addoption(parser):
    program = REPOSITORY / ".build/release/unroller"
    parser.addoption("--site", default=str(REPOSITORY / "site"), help="the built site")
    parser.addoption("--unroller", default=str(program), help="what builds other courses")


class QuietServer(http.server.ThreadingHTTPServer):
    daemon_threads = True
    # A browser asks for many pictures at once; a full queue would refuse some.
    request_queue_size = 128

    def handle_error(self, request, client_address):
        """A browser that leaves in the middle of a picture is no news."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *arguments):
        pass


class Host:
    """A web server of its own, which can go away."""

    def __init__(self, folder, port=0):
        handler = functools.partial(QuietHandler, directory=str(folder))
        self.server = QuietServer(("127.0.0.1", port), handler)
        self.port = self.server.server_address[1]
        self.address = f"http://127.0.0.1:{self.port}/"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def goes_away(self):
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="session")
def folder(request):
    folder = pathlib.Path(request.config.getoption("--site")).resolve()
    if not (folder / "index.html").is_file():
        pytest.exit(f"no site in {folder}: run 'make site' first", returncode=2)
    return folder


@pytest.fixture(scope="session")
def site(folder):
    """The address of the site's root, with a slash at its end."""
    host = Host(folder)
    yield host.address
    host.goes_away()


class Course:
    """A course in a folder of its own, which the real program builds."""

    def __init__(self, program, folder):
        self.program, self.folder = program, folder
        self.content, self.site = folder / "content", folder / "site"

    def run(self, *arguments, cwd):
        command = [str(self.program), *map(str, arguments)]
        done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, done.stderr
        return done

    def build(self, *options):
        return self.run("build", *options, cwd=self.folder)

    def move(self, old, new):
        """Gives a lesson another address, in its folder and in the list of pages."""
        (self.content / new).parent.mkdir(parents=True, exist_ok=True)
        (self.content / old).rename(self.content / new)
        settings = self.content / "course.yml"
        text = settings.read_text()
        assert old in text
        settings.write_text(text.replace(old, new))


@pytest.fixture
def course(request, tmp_path):
    """What `unroller new` makes."""
    program = pathlib.Path(request.config.getoption("--unroller")).resolve()
    course = Course(program, tmp_path / "course")
    course.run("new", course.folder, cwd=tmp_path)
    return course


@pytest.fixture(scope="session")
def pages(folder):
    """The path of every page, from the site's root."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))


@pytest.fixture(scope="session")
def browser():
    program = next((found for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


class Visit:
    """A learner with a browser profile of their own; remembers what went wrong meanwhile."""

    def __init__(self, browser, site, **options):
        self.site = site
        self.problems = []
        self.context = browser.new_context(**{"viewport": WIDE, **options})
        self.context.set_default_timeout(5000)
        self.context.on("console", self._heard)
        self.context.on("weberror", lambda event: self.problems.append(str(event.error)))
        self.context.on("request", self._asked)
        self.context.on("response", self._answered)

    def open(self, path):
        page = self.context.new_page()
        page.goto(self.site + path)
        return page

    def _heard(self, message):
        if message.type in ("error", "warning"):
            self.problems.append(f"console: {message.text}")

    def _asked(self, request):
        if not request.url.startswith((self.site, "data:", "blob:")):
            self.problems.append(f"external request: {request.url}")

    def _answered(self, response):
        if response.status >= 400:
            self.problems.append(f"{response.status}: {response.url}")


@pytest.fixture
def visit(browser, site):
    """Starts visits, and afterwards demands that none had an error or an outside request."""
    visits = []

    def start(**options):
        visits.append(Visit(browser, site, **options))
        return visits[-1]

    yield start
    problems = [problem for visit in visits for problem in visit.problems]
    for each in visits:
        each.context.close()
    assert problems == []
