"""Building the demo bureau: all of it in one transaction, the same ledger for the same seed and year."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.demo.accounts import ACCOUNTS
from youju.demo.bureau import Bureau, found_bureau
from youju.demo.disclosed import disclose_summary
from youju.demo.documents import write_documents
from youju.demo.duty import write_duty
from youju.demo.numbers import REFERENCE_SEED, Numbers, numbers
from youju.demo.plan import write_plan
from youju.demo.recording import Recorder
from youju.demo.scene import DemoScene
from youju.demo.site import open_site
from youju.demo.states import record_states
from youju.demo.year import begin_year, planned_year
from youju.errors import Conflict, YoujuError
from youju.evidence.folder import forced_together
from youju.lib import chance, clock
from youju.lib.once import asked_once
from youju.orgs import audit
from youju.orgs.audit import AuditRow
from youju.orgs.calendar import office_calendar
from youju.orgs.calendar_verbs import calendar_fill
from youju.orgs.setting_verbs import setting_change
from youju.orgs.units import Unit
from youju.records.alerts import alerts_read
from youju.records.registers.register_verbs import registers_begin

_BUILT = "demo.build"
_EARLIEST, _LATEST = 2000, 2100

Progress = Callable[[int, int], None]
"""Called with how many months are recorded, and of how many."""


class NotADemo(Conflict):
    code = "not-a-demo"
    sentence = _("This database holds a bureau that is not the demo. Name another folder in YOUJU_HOME for the demo.")


class OtherDemo(Conflict):
    code = "other-demo"
    sentence = _(
        "This database already holds the demo bureau of seed %(seed)s and year %(year)s. "
        "Name another folder in YOUJU_HOME for another one."
    )


class YearNotOver(YoujuError):
    code = "year-not-over"
    sentence = _("The demo needs a year that is over, from %(first)s to %(last)s; %(year)s is not one.")


class Built(NamedTuple):
    """Which demo a database holds; ``year`` is its later year."""

    seed: int
    year: int


def built() -> Built | None:
    """The demo that this database holds, if any."""
    row = AuditRow.objects.filter(action=_BUILT).first()
    return Built(row.detail["seed"], row.detail["year"]) if row else None


def last_complete_year() -> int:
    return clock.today().year - 1


def ensure(
    *, seed: int | None, year: int | None, password: str, progress: Progress = lambda done, of: None
) -> tuple[Built, bool]:
    """Build the demo unless it is there. Gives which one there is, and whether it was built just now.

    Raises NotADemo, OtherDemo, YearNotOver.
    """
    there = built()
    if there is not None:
        if (seed or there.seed, year or there.year) != there:
            raise OtherDemo(seed=there.seed, year=there.year)
        return there, False
    if Unit.objects.exists():
        raise NotADemo()
    wanted = Built(REFERENCE_SEED if seed is None else seed, year or last_complete_year())
    if not _EARLIEST <= wanted.year <= min(_LATEST, last_complete_year()):
        raise YearNotOver(first=_EARLIEST, last=last_complete_year(), year=wanted.year)
    build(wanted, password=password, progress=progress)
    return wanted, True


@transaction.atomic
def build(wanted: Built, *, password: str, progress: Progress = lambda done, of: None) -> None:
    """Write bureau, records, evidence and ledger into an empty database: all of it or nothing."""
    with chance.drawn_from(_source(wanted.seed, "tokens")), forced_together(), asked_once():
        with clock.at(datetime(wanted.year - 1, 1, 1, tzinfo=UTC)):  # founded before the first thing it does
            bureau = found_bureau(_source(wanted.seed, "names"), password)
        calendar_fill(actor=bureau.members["admin"])
        registers_begin(actor=bureau.members["admin"])
        # Whoever looks round has the password of a file, and no phone for so many accounts.
        setting_change(name="second_factor", text="nobody", actor=bureau.members["admin"])
        recorder = Recorder(bureau, _source(wanted.seed, "minutes"))
        scenes = _scenes(bureau, wanted)
        for place, scene in enumerate(scenes):
            with clock.at(datetime(scene.year, 1, 1, 1, tzinfo=UTC)):
                begin_year(scene)
            for month in recorder.record_months(scene.year, planned_year(scene)):
                progress(12 * place + month, 12 * len(scenes))
            write_plan(scene.of("plan"))
        _read_alerts(bureau, wanted.year)
        record_states(recorder, scenes[-1])
        write_duty(bureau)
        write_documents(scenes[-1].of("documents"), password)
        open_site(bureau)
        disclose_summary(bureau)
        audit.write(actor=bureau.members["admin"], action=_BUILT, target=bureau.county.code, **wanted._asdict())


def _read_alerts(bureau: Bureau, year: int) -> None:
    """Whoever logs in has read what they were told in two years, up to the last day."""
    with clock.at(datetime(year, 12, 31, 1, tzinfo=UTC)):
        for account in ACCOUNTS:
            alerts_read(member=bureau.members[account.name])


def _scenes(bureau: Bureau, wanted: Built) -> tuple[DemoScene, DemoScene]:
    """The earlier year and the later one."""
    before, later = numbers(wanted.seed)
    return (
        _scene(bureau, wanted, "earlier", wanted.year - 1, before, None),
        _scene(bureau, wanted, "later", wanted.year, later, before),
    )


def _scene(bureau: Bureau, wanted: Built, which: str, year: int, own: Numbers, before: Numbers | None) -> DemoScene:
    calendar = office_calendar(date(year, 1, 1))
    return DemoScene(bureau, year, own, before, calendar, f"{wanted.seed}/{which}", _source(wanted.seed, which))


def _source(seed: int, what: str) -> Random:
    return Random(f"{seed}/{what}")
