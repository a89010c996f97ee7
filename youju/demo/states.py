"""A few records in every other state, so that each screen of the desk has something to show."""

from datetime import date, timedelta
from typing import Any

from youju.demo.recording import Recorder, moment
from youju.demo.scene import DemoScene
from youju.lib import clock
from youju.orgs.members import Member, RoleGrant
from youju.orgs.units import Unit
from youju.records.declared.planned import Planned
from youju.records.heads.record import Record
from youju.records.kinds import get_case_kind
from youju.records.publicity.outlet.demo_outlets import outlets
from youju.records.statistics.statistic.kind import KIND as STATISTIC
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.corrections import correction_accept, correction_ask
from youju.records.verbs.endings import record_drop
from youju.records.verbs.record_verbs import record_check, record_confirm, record_return, record_verify, record_void

_SORT = "hazards.settled"


def record_states(recorder: Recorder, scene: DemoScene) -> None:
    """Write them on the last days of the year. None of them changes a figure of the reference table."""
    with clock.at(moment(date(scene.year, 12, 31), 18, scene.chance)):
        _drafts(recorder, scene)
        _waiting(recorder, scene)
        _returned(recorder, scene)
        _voided(recorder, scene)
        _corrected(recorder, scene)
        _amended(recorder, scene)
        _late(recorder, scene)
        _self_verified(recorder, scene)
        _followups(recorder, scene)
        _checked(recorder, scene)
        _filed(recorder, scene)
        _dropped(recorder, scene)


def _hazards(scene: DemoScene, unit: str, quantity: int = 1, month: int = 12) -> Planned:
    """Hazards that a unit put right, all that it found: no other kind counts them."""
    day = date(scene.year, month, 28)
    title = f"{scene.name(unit)}{month}月安全隐患整改"
    paper = scene.paper(f"{title}台账照片", day=day, form="png")
    values = {"sort": _SORT, "quantity": quantity, "whole": quantity}
    return Planned("statistic", unit, title, day, values, (paper,))


def _report(scene: DemoScene, unit: str) -> Planned:
    """What a local paper wrote about a school."""
    day, outlet = date(scene.year, 12, 26), outlets()["xiyun-daily"]
    title = f"{scene.name(unit)}的元旦书市"
    paper = scene.paper(f"{outlet}12月26日剪报：{title}", title, day=day, form="pdf")
    values = {"outlet": outlet, "form": "news", "link": f"https://daily.xiyun.example/{day:%Y%m%d}/a4.html"}
    return Planned("item", unit, title, day, values, (paper,))


def _show(scene: DemoScene, unit: str) -> Planned:
    """What a school held before New Year."""
    day, title = date(scene.year, 12, 29), f"{scene.name(unit)}迎新文艺演出"
    paper = scene.paper(f"{title}照片", day=day, form="png")
    return Planned(
        "activity", unit, title, day, {"sort": "show", "place": "礼堂", "adults": 24, "pupils": 210}, (paper,)
    )


def _own(scene: DemoScene) -> tuple[str, Member]:
    """The school whose liaison has a password."""
    member = scene.bureau.members["liaison"]
    unit = member.unit
    assert unit is not None  # every account of the demo has a unit
    return unit.code, member


def _drafts(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    recorder.draft(_hazards(scene, unit), liaison)
    recorder.draft(_hazards(scene, scene.office("publicity")), scene.bureau.members["officer"])


def _waiting(recorder: Recorder, scene: DemoScene) -> None:
    """Of several kinds, by several schools: whoever verifies one sees its figures move."""
    unit, liaison = _own(scene)
    recorder.submit(_hazards(scene, unit, 2), liaison)
    first, second, third, fourth = scene.some(scene.bureau.schools, 4)
    for plan in (_hazards(scene, first), _report(scene, second), _show(scene, third), _show(scene, fourth)):
        recorder.submit(plan, scene.bureau.liaison(plan.unit))


def _returned(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    for school, author in (
        (unit, liaison),
        *((s, scene.bureau.liaison(s)) for s in scene.some(scene.bureau.direct, 1)),
    ):
        record = recorder.submit(_hazards(scene, school), author)
        record_return(
            record=record, actor=scene.bureau.members["officer"], reason="照片看不清整改日期，请补充台账扫描件。"
        )


def _voided(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    record = recorder.submit(_hazards(scene, unit, month=10), liaison)
    recorder.verify([record])
    record_void(record=record, actor=scene.bureau.members["officer"], reason="与镇里上报的是同一处隐患，重复填报。")


def _corrected(recorder: Recorder, scene: DemoScene) -> None:
    """One correction accepted, one waiting."""
    unit, liaison = _own(scene)
    for quantity, accept in ((3, True), (2, False)):
        record = recorder.submit(_hazards(scene, unit, quantity, month=11), liaison)
        recorder.verify([record])
        data = typed(record, liaison) | {"value": [str(quantity - 1)]}
        correction = correction_ask(
            record=record, data=data, actor=liaison, version=record.version, reason="同一处隐患登记了两次，以台账为准。"
        )
        if accept:
            officer = scene.bureau.members["officer"]
            correction_accept(correction=correction, record=record, actor=officer)


def _amended(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    record = recorder.submit(_hazards(scene, unit, month=9), liaison)
    recorder.verify([record])
    paper = scene.paper(f"{scene.name(unit)}安全隐患整改台账", day=date(scene.year, 9, 28), form="txt")
    recorder.attach(record, paper, liaison)


def _late(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    record = recorder.submit(_hazards(scene, unit, month=6), liaison, "联络员交接，当时漏报。", after=90)
    recorder.verify([record])


def _self_verified(recorder: Recorder, scene: DemoScene) -> None:
    """A one-person office: nobody else could verify it that day, and the record says so."""
    _on_leave(scene.bureau.members["colleague"], date(scene.year, 12, 31))
    town = next(code for code in scene.bureau.towns if scene.bureau.units[code].single_post)
    officer = scene.bureau.members["officer"]
    record = recorder.submit(_hazards(scene, town, month=11), officer)
    record_confirm(record=record, actor=scene.bureau.liaison(town))
    record_verify(record=record, actor=officer)


def _checked(recorder: Recorder, scene: DemoScene) -> None:
    """The school whose reviewer has a password begins to check what it hands in: one is, one waits."""
    unit, liaison = _own(scene)
    Unit.objects.filter(code=unit).update(checks=True)
    scene.bureau.units[unit].checks = True
    checked, _waiting = (recorder.submit(_hazards(scene, unit, quantity), liaison) for quantity in (1, 3))
    record_check(record=checked, actor=scene.bureau.members["reviewer"])


def _filed(recorder: Recorder, scene: DemoScene) -> None:
    """An officer has typed something for the school whose liaison has a password; it waits for the school's word."""
    unit, _liaison = _own(scene)
    recorder.submit(_hazards(scene, unit, month=8), scene.bureau.members["officer"])


def _on_leave(member: Member, day: date) -> None:
    """A role that is not held on one day."""
    for grant in member.grants.filter(until=None):
        RoleGrant.objects.create(member=member, role=grant.role, unit=grant.unit, since=day + timedelta(days=1))
        RoleGrant.objects.filter(pk=grant.pk).update(until=day - timedelta(days=1))


def _followups(recorder: Recorder, scene: DemoScene) -> None:
    """One still open, one done and waiting, one confirmed."""
    unit, liaison = _own(scene)
    officer = scene.bureau.members["officer"]
    for title, found, moves in (
        ("补齐实验楼灭火器", "消防检查：三楼走廊缺灭火器两只。", ()),
        ("更新家长开放日签到制度", "评议会意见：开放日签到不规范。", ("finish",)),
        ("校门口早高峰增设护学岗", "评议会意见：早高峰校门口拥堵。", ("finish", "confirm")),
    ):
        case = case_open(
            kind=get_case_kind("followup"),
            values={
                "unit": recorder.bureau.units[unit],
                "title": title,
                "note": found,
                "owner": liaison,
                "happened": date(scene.year, 12, 1),
                "due_on": date(scene.year, 12, 31),
            },
            actor=officer,
        )
        for action in moves:
            case_move(
                case=case,
                action=action,
                actor=liaison if action == "finish" else officer,
                version=case.version,
                values={"done_on": date(scene.year, 12, 20), "outcome": "已按要求整改，现场照片附后。"},
            )


def typed(record: Record, actor: Member) -> dict[str, list[str]]:
    """What a browser would send for a record left as it is."""
    form = STATISTIC.form(instance=record, actor=actor)
    return {name: _texts(form[name].value()) for name in form.fields}


def _texts(value: Any) -> list[str]:
    if value is None:
        return []
    values = value if isinstance(value, list | tuple) else [value]
    return [str(getattr(item, "pk", item)) for item in values]


def _dropped(recorder: Recorder, scene: DemoScene) -> None:
    unit, liaison = _own(scene)
    record = recorder.submit(_hazards(scene, unit, month=5), liaison, "整理材料时补报。", after=90)
    record_return(record=record, actor=scene.bureau.members["officer"], reason="这处隐患在办公室的记录中已经报过。")
    record_drop(record=record, actor=liaison, reason="与办公室所报是同一处隐患。")
