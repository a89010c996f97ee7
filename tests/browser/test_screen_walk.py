"""The lobby screen in a browser: it goes on by itself, over a lost line and a server that is away."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, Route
from pytest_django.live_server_helper import LiveServer

pytestmark = pytest.mark.browser

_FIRST, _SECOND = "最新发布", "今日活动"


@pytest.fixture
def screen(live_server: LiveServer, page: Page) -> Iterator[Page]:
    """A screen with two pictures, a quarter of a minute each, whose clock stands still until it is moved."""
    from tests.portal.site import live, make_office
    from youju.lib import clock
    from youju.portal.kept import KEPT
    from youju.records.heads.occasions import Occasion

    KEPT.clear()
    office, today = make_office(), clock.today()
    live(office)
    Occasion.objects.create(code="games", sort="event", name="全县运动会", unit=office.county, begins=today, ends=today)
    page.clock.install()
    page.goto(f"{live_server.url}/screen")
    yield page


def _turn(screen: Page, *, answered: bool = True) -> None:
    """Let a picture's time pass, and wait for what comes of it."""
    with screen.expect_event("requestfinished" if answered else "requestfailed"):
        screen.clock.run_for(15_000)


def _shows(screen: Page, heading: str) -> bool:
    screen.wait_for_function("heading => document.querySelector('h1').textContent === heading", arg=heading)
    return True


def test_a_lost_line_leaves_the_picture_and_it_goes_on_once_it_is_back(screen: Page) -> None:
    assert _shows(screen, _SECOND)
    screen.context.set_offline(True)
    for _time in range(3):
        _turn(screen, answered=False)
        assert _shows(screen, _SECOND)
    screen.context.set_offline(False)
    _turn(screen)
    assert _shows(screen, _FIRST)
    _turn(screen)
    assert _shows(screen, _SECOND)


@pytest.mark.parametrize("status", [500, 503, 404])
def test_a_server_that_answers_with_an_error_is_not_shown(screen: Page, status: int) -> None:
    def fail(route: Route) -> None:
        route.fulfill(status=status, body="<h1>Fault</h1>", content_type="text/html")

    screen.route("**/screen?at=*", fail)
    _turn(screen)
    assert _shows(screen, _SECOND)
    screen.unroute("**/screen?at=*")
    _turn(screen)
    assert _shows(screen, _FIRST)


def test_what_could_not_be_renewed_for_an_hour_is_shown_no_more(screen: Page) -> None:
    assert _shows(screen, _SECOND)
    screen.context.set_offline(True)
    screen.clock.fast_forward(61 * 60 * 1000)
    _turn(screen, answered=False)
    assert _shows(screen, screen.title())
    screen.context.set_offline(False)
    _turn(screen)
    assert _shows(screen, _FIRST)


_LONG = "全县中小学生合唱比赛落幕，乡镇学校首次进入前三，教师、家长和老校友同台演出，三千多名师生在现场见证"
_OUTSIDE = """() => [...document.querySelectorAll("body *")].filter(each => {
  const at = each.getBoundingClientRect();
  return at.bottom > innerHeight || at.right > innerWidth || at.top < 0 || at.left < 0;
}).length + (document.documentElement.scrollHeight > innerHeight)"""


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1280, 720), (1024, 768), (1080, 1920)])
def test_nothing_of_a_full_picture_with_long_titles_is_cut_off(screen: Page, width: int, height: int) -> None:
    """Nobody in the hall can scroll."""
    screen.set_viewport_size({"width": width, "height": height})
    screen.evaluate(
        """title => {
          const list = document.querySelector("ul"), line = list.children[0];
          line.innerHTML = '<span class="text"></span> <span class="beside"></span>';
          for (const span of line.children) span.textContent = title;
          for (let more = 1; more < 5; more++) list.append(line.cloneNode(true));
        }""",
        _LONG,
    )
    assert screen.evaluate(_OUTSIDE) == 0
    screen.evaluate(
        """title => {
          const list = document.querySelector("ul");
          list.className = "figures";
          list.lastElementChild.remove();
          for (const value of list.querySelectorAll(".beside")) value.textContent = "1141.7小时";
          const source = document.createElement("p");
          source.className = "source";
          source.textContent = title;
          list.after(source);
        }""",
        _LONG,
    )
    assert screen.evaluate(_OUTSIDE) == 0
