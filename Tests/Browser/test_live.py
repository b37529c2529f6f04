"""A network that the learner changes: the core, as WebAssembly, runs in the page."""

import csv
import pathlib

import pytest
from conftest import PHONE, WIDE
from journeys import press_until

PAGE = "unroller.html"
BENCH = ".live-bench"
CELLS = ["simple-rnn", "lstm", "gru"]
SEQUENCES = ["noise", "pulse", "wave", "square"]
RUNS = pathlib.Path(__file__).parents[1] / "LiveUnrollerTests/Vectors/runs.txt"


def open_live(guest, query=""):
    """The page with its live figure at work; scrolling near is what brings the script."""
    page = guest.open(PAGE + query)
    page.locator(".live").scroll_into_view_if_needed()
    page.locator(BENCH).wait_for()
    return page


def identity(page):
    return page.locator(".live").get_attribute("id")


def status(page):
    return page.locator(f"{BENCH} .status").inner_text()


def norms(page):
    """The gradient norms, all their digits."""
    cells = page.locator(f"{BENCH} data")
    return [float(value) for value in cells.evaluate_all("cells => cells.map(c => c.value)")]


def curve(page, name="mine"):
    return page.locator(f"[data-picture=gradient] .{name}").get_attribute("d")


def recorded():
    """Settings in the address's form, and the norms that the native core gave for them."""
    for line in RUNS.read_text().splitlines():
        cell, sequence, steps, radius, forget, _, *values = line.split(" ")
        network = [CELLS[int(cell)], SEQUENCES[int(sequence)], steps, radius, forget]
        yield "_".join(network), [float(value) for value in values]


def test_the_figure_and_the_sentence_follow_a_change(visit):
    page = open_live(visit())
    before = status(page), curve(page), norms(page)
    assert before[1] == curve(page, "first"), "it begins with the built figure's network"
    page.locator("[name=cell]").select_option("lstm")
    assert status(page).startswith("LSTM: at step 29 ") and curve(page) != before[1]
    assert page.locator("[name=forget]").is_visible()
    assert page.locator("[data-picture=states] .panel").count() == 3, "an LSTM has a cell state"
    page.locator("[name=sequence]").select_option("wave")
    page.locator("[name=steps]").fill("60")
    assert len(norms(page)) == 60 and "59" in status(page)
    page.locator("[name=radius]").fill("1.5")
    assert page.locator("output[for$=radius]").inner_text() == "1.5"
    page.locator("[data-reset]").click()
    assert (status(page), curve(page), norms(page)) == before
    assert not page.locator("[name=forget]").is_visible()


def test_the_sentence_says_what_the_numbers_say(visit):
    page = open_live(visit())
    values = norms(page)
    half = next(back for back, norm in enumerate(values) if norm < 0.5)
    assert f"{values[-1]:.1e}".split("e")[0] in status(page)
    assert f"at step {half}." in status(page)
    page.locator("[name=radius]").fill("1.2")
    values = norms(page)
    assert values[-1] > 1
    assert f"{values[-1]:.3g} times as large" in status(page)
    picture = page.locator("[data-picture=gradient] svg")
    assert f"{values[-1]:.3g} times" in picture.get_attribute("aria-label")


def test_every_number_is_that_of_the_native_core(visit):
    guest = visit()
    name = identity(open_live(guest))
    runs = list(recorded())
    assert len(runs) >= 20
    for network, values in runs:
        page = open_live(guest, f"?{name}={network}")
        assert norms(page) == values, network
        page.close()


def test_the_first_network_is_the_one_of_the_built_figure(visit, folder):
    page = open_live(visit())
    link = page.locator(".live-still a[href$='.csv']").get_attribute("href")
    with open(folder / link, newline="") as file:
        rows = list(csv.reader(file))[1:]
    assert norms(page) == [float(row[-1]) for row in rows]


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_all_of_it_works_by_keyboard(visit, viewport):
    page = open_live(visit(viewport=viewport))
    press_until(page, "[name=cell]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    assert page.locator("[name=forget]").evaluate("e => e === document.activeElement")
    assert page.url.endswith("=lstm_square_31_0.45_1.5")
    assert status(page).startswith("LSTM: at step 30 ")
    press_until(page, f"{BENCH} [data-reset]")
    page.keyboard.press("Enter")
    assert "?" not in page.url and status(page).startswith("SimpleRNN: at step 29 ")


def test_a_shared_address_brings_the_network_back_and_stages_leave_it_alone(visit):
    guest = visit()
    page = open_live(guest)
    page.locator("[name=cell]").select_option("gru")
    page.locator("[name=steps]").fill("50")
    page.locator("[name=steps]").dispatch_event("change")
    shared = page.url
    page.locator("[data-move='1']").click()
    assert page.url == f"{shared}#stage-2"
    again = guest.context.new_page()
    again.goto(page.url)
    again.locator(".live").scroll_into_view_if_needed()
    again.locator(BENCH).wait_for()
    assert (status(again), norms(again)) == (status(page), norms(page))


@pytest.mark.parametrize("nonsense", ["", "_", "mlp_noise_9_1_1", "lstm_x_1e9_-3_no_more", "%00"])
def test_nonsense_in_the_address_gives_a_network_all_the_same(visit, nonsense):
    guest = visit()
    name = identity(open_live(guest))
    page = open_live(guest, f"?{name}={nonsense}")
    assert len(norms(page)) >= 2 and "{" not in status(page)


def test_without_a_script_or_webassembly_the_built_figure_stands_alone(visit):
    plain = visit(java_script_enabled=False).open(PAGE)
    pages = [plain]
    for obstacle in [
        "delete window.WebAssembly",
        "WebAssembly.instantiate = () => Promise.reject(new Error('refused'))",
    ]:
        guest = visit()
        guest.context.add_init_script(obstacle)
        page = guest.open(PAGE)
        page.locator(".live").scroll_into_view_if_needed()
        page.locator(".live.is-still").wait_for()
        pages.append(page)
    room = plain.locator(".live").bounding_box()["height"]
    for page in pages:
        page.locator(".live-still img").scroll_into_view_if_needed()
        assert page.locator(".live-still img").is_visible()
        assert not page.locator(BENCH).is_visible()
        assert abs(page.locator(".live").bounding_box()["height"] - room) < 2, "no room is left"


def test_a_link_to_the_built_figure_shows_it(visit):
    page = open_live(visit(), "#fig-own-network")
    assert page.locator(".live-still img").is_visible() and page.locator(BENCH).is_visible()
    below = page.locator(BENCH).bounding_box()
    figure = page.locator(".live-still").bounding_box()
    assert figure["y"] >= below["y"] + below["height"]


def test_paper_shows_the_built_figure(visit):
    page = open_live(visit(), "?own-network=lstm_wave_60_0.5_5")
    assert not page.locator(".live-still img").is_visible()
    page.emulate_media(media="print")
    image = page.locator(".live-still img")
    image.evaluate("image => image.decode()")
    assert image.is_visible() and not page.locator(BENCH).is_visible()


def test_the_script_and_the_program_are_fetched_only_where_a_figure_needs_them(visit):
    guest = visit()
    asked = []
    guest.context.on("request", lambda request: asked.append(request.url))
    guest.open("index.html").wait_for_load_state("networkidle")
    assert not [url for url in asked if "/live." in url]
    open_live(guest)
    assert len([url for url in asked if "/live." in url]) == 2


@pytest.mark.parametrize("viewport", [WIDE, PHONE], ids=["wide", "phone"])
def test_pictures_fit_their_page(visit, viewport):
    page = open_live(visit(viewport=viewport), "?own-network=lstm_noise_100_2_5")
    room = page.locator("[data-picture=gradient]").bounding_box()["width"]
    for picture in page.locator(".live-picture svg").all():
        assert abs(picture.bounding_box()["width"] - room) < 1
        words = picture.locator("text").evaluate_all(
            """(words, svg) => words.map(word => {
              const a = word.getBoundingClientRect();
              const b = word.ownerSVGElement.getBoundingClientRect();
              return a.left >= b.left - 1 && a.right <= b.right + 1 && a.bottom <= b.bottom + 1;
            })"""
        )
        assert words and all(words)
    page.set_viewport_size(PHONE)
    page.wait_for_function(
        "() => document.querySelector('[data-picture=gradient] svg').clientWidth < 320"
    )


@pytest.mark.parametrize("width", [320, 360, 412, 500, 800, 1280])
def test_nothing_moves_when_the_program_comes_in(visit, width):
    page = visit(viewport={"width": width, "height": 640}).open(PAGE)
    after = "() => document.querySelector('.live').getBoundingClientRect().height"
    before = page.evaluate(after)
    page.locator(".live").scroll_into_view_if_needed()
    page.locator(BENCH).wait_for()
    assert abs(page.evaluate(after) - before) < 1
