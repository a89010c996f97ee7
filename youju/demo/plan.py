"""The plan of the demo's years: asked for at New Year, met by what was recorded, some excused, some with nothing."""

import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from youju.demo.scene import DemoScene
from youju.ledger.reading import live_facts
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.plans.due_verbs import dues_excuse
from youju.plans.dues import Due, DueState
from youju.plans.falling import dues_fall, falling
from youju.plans.item_verbs import item_draft, items_approve
from youju.plans.library import offered
from youju.plans.planned_sessions import complete_sessions
from youju.plans.zero_verbs import open_to_zero, zero_report
from youju.records.verbs.completing import sessions_complete

_FILE = Path(__file__).parent / "plan.toml"
_EXCUSED = 3
_SILENT = 5
# Of the last months nobody has reported yet that there was nothing.
_ZERO_MONTHS = range(1, 11)


def write_plan(scene: DemoScene) -> None:
    """Draft and approve the year's items at its beginning; at its end let fall due what has, and count the sessions
    that meet all that is asked of one.
    """
    officer, colleague = scene.member("officer"), scene.member("colleague")
    with clock.at(datetime(scene.year, 1, 6, 2, tzinfo=UTC)):
        drafts = [item_draft(values=values | {"owner": officer}, actor=officer) for values in _items(scene)]
        items_approve(items=drafts, actor=colleague)
    with clock.at(datetime(scene.year, 12, 31, 10, tzinfo=UTC)):
        _zero_reports(scene)
        _excuses(scene)
        for key in falling(clock.today()):
            dues_fall(key=key, actor=SYSTEM)
        sessions_complete(asked=list(complete_sessions(clock.today())), actor=SYSTEM)


def _items(scene: DemoScene) -> Iterator[dict[str, Any]]:
    ready = offered()
    for row in tomllib.loads(_FILE.read_text("utf-8"))["item"]:
        values = ready.get(row["from"])
        if values is not None:
            given = {name: value for name, value in row.items() if name not in ("from", "who", "more", "until")}
            yield values | given | {"year": scene.year} | _asked(scene, row, values) | _days(scene.year, row)


def _asked(scene: DemoScene, row: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
    if "who" not in row:
        return {}
    if row["who"] == "few":
        own = scene.member("liaison").unit
        units = sorted({own.code if own else scene.schools[0], *scene.some(scene.direct, _SILENT)})
    else:
        facts = live_facts().filter(
            measure=values["measure"], period__range=(scene.year * 100 + 1, scene.year * 100 + 12)
        )
        if category := values.get("category"):
            facts = facts.filter(category=category)
        told = set(facts.values_list("unit", flat=True))
        others = [school for school in scene.schools if school not in told]
        units = sorted(told | set(scene.some(others, row.get("more", 0))))
    return {"audience": "units", "units": units}


def _days(year: int, row: dict[str, Any]) -> dict[str, Any]:
    """What is asked for once is due by its last day."""
    if "until" not in row:
        return {}
    last = date.fromisoformat(f"{year}-{row['until']}")
    return {"first": date(year, 1, 1), "last": last, "due_after": 0}


def _zero_reports(scene: DemoScene) -> None:
    """Where there was nothing in a month, most schools have said so."""
    units = {due.unit_id: due.unit for due in _open(scene).filter(item__zero=True)}
    for unit in units.values():
        for month in _ZERO_MONTHS:
            if open_to_zero(unit, "publicity", scene.year * 100 + month) and scene.chance.random() < 0.9:
                actor = scene.liaison(unit.code)
                zero_report(unit=unit, section="publicity", month=scene.year * 100 + month, actor=actor)


def _excuses(scene: DemoScene) -> None:
    dues = list(_open(scene).filter(section="volunteering", unit__code__in=scene.schools).order_by("unit__code"))
    for due in dues[:_EXCUSED]:
        dues_excuse(dues=[due], actor=scene.member("officer"), reason="校舍加固停课，经科室同意本年度不作要求。")


def _open(scene: DemoScene) -> Any:
    return Due.objects.filter(state=DueState.DUE, item__year=scene.year).select_related(
        "item", "unit", "group", "person"
    )
