"""What cannot be handed in is said where it is mended: in the form, and never on a page that only refuses."""

from types import SimpleNamespace

from django.urls import reverse

from tests.desk.conftest import Desk
from tests.records.cast import DAY, people, verified
from youju.orgs.groups import Group, GroupSort, Membership
from youju.records.heads.record import Record
from youju.records.kinds import get_record_kind
from youju.records.study.writers.models import Writers
from youju.records.verbs.record_verbs import record_add


def _leaders(cast: SimpleNamespace) -> Group:
    group = Group.objects.create(code="hill.leaders", unit=cast.hill, sort=GroupSort.LEADERS, name="领导班子")
    Membership.objects.create(group=group, person=people(cast.hill, "王一")[0])
    return group


def _listed(cast: SimpleNamespace, group: Group) -> Record:
    given = {"unit": cast.hill, "title": "应写人员", "happened": DAY, "group": group, "late_reason": "补录"}
    return record_add(kind=get_record_kind("writers"), values=given, actor=cast.bob)


def test_a_second_list_of_a_year_is_refused_where_its_group_is_chosen(cast: SimpleNamespace, desk: Desk):
    group = _leaders(cast)
    first = verified(_listed(cast, group), cast.bob, cast.alice)
    form = {
        "unit": cast.hill.pk,
        "group": group.pk,
        "title": "再列一次",
        "happened": "2025-09-01",
        "late_reason": "补录",
    }
    page = desk(cast.bob).post("/records/writers/new", form | {"expected-0-person": "王一", "then": "submit"})
    assert page.status_code == 422
    assert first.ref in page.text and 'aria-invalid="true"' in page.text
    assert Writers.objects.count() == 1


def test_a_draft_that_cannot_go_in_leads_to_its_form_with_the_reason(cast: SimpleNamespace, desk: Desk):
    group = _leaders(cast)
    second = _listed(cast, group)
    first = verified(_listed(cast, group), cast.bob, cast.alice)
    browser = desk(cast.bob)
    answer = browser.post(reverse("record-submit", args=[second.ref]))
    assert answer.headers["Location"] == reverse("record-edit", args=[second.ref])
    assert first.ref in browser.get(answer.headers["Location"]).text
    second.refresh_from_db()
    assert second.editable
