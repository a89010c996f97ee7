"""One home folder and one database server for the whole run; fixtures that every folder may use.

Settings read the environment, so it is prepared before Django is set up: in ``pytest_configure``.
"""

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
import time_machine
from hypothesis import HealthCheck, settings
from xdist.remote import Producer

from tests.scheduling import Scheduling

pytest_plugins = ["tests.browser.fixtures", "tests.demo_bureaus"]

# No test fails because the machine is busy: how long an example takes is measured elsewhere.
settings.register_profile("any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any-machine")

_DATABASE_FIXTURES = {"db", "transactional_db", "live_server"}
_run, _clock = ExitStack(), ExitStack()
_home: list[str] = []  # of this process: one


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgres"),
        default=os.environ.get("YOUJU_TEST_DATABASE", "sqlite"),
        help="Where the tests keep their data. postgres: only tests that use a database are run, "
        "on the server YOUJU_TEST_POSTGRES names or on one started for this run.",
    )
    parser.addoption(
        "--at",
        type=_moment,
        metavar="MOMENT",
        help="Begin each test at this moment, such as 2028-02-29T15:59:00Z; from there its seconds pass as usual. "
        "Programs that a test starts, databases and the browser keep the machine's clock. The zone: TZ=….",
    )


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError(f"{text} names no zone: add Z for UTC, or an offset.")
    return moment


def pytest_configure(config: pytest.Config) -> None:
    _begin(config)
    _home.append(_temporary_home())
    os.environ["YOUJU_HOME"] = _home[0]
    # Playwright's loop runs in the thread of the tests; the ORM is used from it, never inside a coroutine.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    os.environ["DJANGO_SETTINGS_MODULE"] = "youju.config.settings"
    if not hasattr(config, "workerinput"):  # xdist's workers inherit the address
        os.environ["DATABASE_URL"] = _database_url() if config.getoption("database") == "postgres" else ""
    import django  # after the environment: settings are read once

    django.setup()
    _hash_quickly()
    _reverse_what_has_no_order()
    # A worker that inherited the name would load the settings before this function has given it a home of its own.
    del os.environ["DJANGO_SETTINGS_MODULE"]


def _hash_quickly() -> None:
    """The cast has five accounts in every test. Hashing is slow on purpose (0.14 s each), and not what is tested.

    MD5 comes first, so that new passwords are hashed by it; those of programs that a test starts are still known.
    """
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


def _reverse_what_has_no_order() -> None:
    """SQLite gives rows that nobody ordered the other way round: what rests on their usual order fails each time.

    Which order that is hangs on statistics and the version of the database, so it may change on another machine.
    """
    from django.conf import settings

    if "init_command" in (options := settings.DATABASES["default"]["OPTIONS"]):
        options["init_command"] += " PRAGMA reverse_unordered_selects=ON;"


def pytest_collection_finish() -> None:
    """Thousands of tests and all modules stay to the end: Python need not look among them for what may go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    _begin(item.config)


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """What a test signed is of its own log: the next one has another."""
    Path(_home[0], "ledger-checkpoint").unlink(missing_ok=True)


def _begin(config: pytest.Config) -> None:
    """Set the clock to the moment asked for, if any."""
    if moment := config.getoption("at"):
        _clock.close()
        _clock.enter_context(time_machine.travel(moment, tick=True))


def pytest_unconfigure() -> None:
    _clock.close()
    _run.close()


def _temporary_home() -> str:
    home = tempfile.mkdtemp(prefix="youju-test-")
    _run.callback(shutil.rmtree, home, ignore_errors=True)
    Path(home, "static").mkdir()  # whitenoise warns where it is missing
    return home


def _database_url() -> str:
    from tests.postgres import postgres_server  # only runs that need it load the server's package

    return os.environ.get("YOUJU_TEST_POSTGRES") or _run.enter_context(postgres_server())


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On PostgreSQL leave out what touches no database, or none that matters: it has run on SQLite's turn."""
    if config.getoption("database") != "postgres":
        return
    without = [item for item in items if not _uses_database(item) or item.get_closest_marker("portable")]
    config.hook.pytest_deselected(items=without)
    items[:] = [item for item in items if item not in set(without)]


def _uses_database(item: pytest.Item) -> bool:
    names = set(getattr(item, "fixturenames", ()))
    return item.get_closest_marker("django_db") is not None or bool(names & _DATABASE_FIXTURES)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> Scheduling:
    return Scheduling(config, log)


@pytest.fixture(scope="session", autouse=True)
def tables_emptied() -> Iterator[None]:
    """Transactional tests leave all tables empty; the ledger's triggers step aside for just that."""
    from django.test import TransactionTestCase

    from tests.emptying import empty_tables

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda _case: empty_tables())
        yield


@pytest.fixture(scope="session", autouse=True)
def static_files_found_once() -> Iterator[None]:
    """Each test client has middleware of its own; the folders of static files are the same for all of them."""
    from whitenoise.middleware import WhiteNoiseMiddleware

    search = WhiteNoiseMiddleware.add_files_from_finders
    found: dict[str, Any] = {}

    def search_once(middleware: WhiteNoiseMiddleware) -> None:
        if not found:
            search(middleware)
            found.update(middleware.files)
        middleware.files.update(found)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(WhiteNoiseMiddleware, "add_files_from_finders", search_once)
        yield


@pytest.fixture(autouse=True)
def language_of_the_office() -> None:
    """Each test begins in the language of the settings, whatever the one before it has left active."""
    from django.utils import translation

    translation.deactivate()
