"""The cast with enough officers for three reviews, an open site, and articles brought to where a test wants them."""

from types import SimpleNamespace
from typing import Any

from tests.records.cast import DAY, make_cast, member
from youju.orgs.members import Member, Role
from youju.orgs.settings import SettingRow
from youju.records.kinds import get_case_kind
from youju.records.publicity.article.models import Article
from youju.records.publicity.article.sample import sample
from youju.records.publicity.outlet.models import Outlet
from youju.records.verbs.case_verbs import case_move, case_open
from youju.records.verbs.postings import fresh


def make_office() -> SimpleNamespace:
    """The cast, three more officers, and a site that is open."""
    cast = make_cast()
    for name in ("olga", "otto", "odile"):
        setattr(cast, name, member(name, cast.county, Role.OFFICER))
    Outlet.objects.create(code="site", name="云溪教育网", sort="website", level="county", official=True)
    SettingRow.objects.create(code="site_open", value="yes")
    return cast


def manuscript(office: SimpleNamespace, **values: Any) -> Article:
    case = case_open(kind=get_case_kind("article"), values=sample(office.hill, DAY) | values, actor=office.bob)
    assert isinstance(case, Article)
    return case


def moved(case: Article, action: str, actor: Member, **values: Any) -> Article:
    there = fresh(case)
    case_move(case=there, action=action, actor=actor, version=there.version, reason="说明", values=values)  # type: ignore[arg-type]  # a case
    again = fresh(there)
    assert isinstance(again, Article)
    return again


def approved(office: SimpleNamespace, **values: Any) -> Article:
    """Edited by alice, passed by olga, otto and odile."""
    case = moved(manuscript(office, **values), "edit", office.alice)
    for action, actor in (("first", office.olga), ("second", office.otto), ("final", office.odile)):
        case = moved(case, action, actor)
    return case


def live(office: SimpleNamespace, **values: Any) -> Article:
    return moved(approved(office, **values), "publish", office.alice)
