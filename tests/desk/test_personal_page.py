"""The page of a person: for themself and the keeper of their own unit; honours and posts, merged ones too."""

from io import BytesIO
from types import SimpleNamespace
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.desk.conftest import Desk
from tests.records.cast import DAY, member, people, study_group, verified
from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.people import Person
from youju.records.honours.award.kind import KIND
from youju.records.honours.title.register import REGISTER
from youju.records.registers.register_verbs import register_add
from youju.records.verbs.record_verbs import record_add

PAGES = ("personal-page", "personal-file")


@pytest.fixture
def wang(cast: SimpleNamespace) -> Person:
    """A teacher of hill who was honoured under an entry that was merged into another since."""
    wang, old = people(cast.hill, "王一", "王一（旧）")
    values = {"name": "县师德标兵", "level": "county", "goes_to": "person", "sort": "honour", "other_names": ""}
    title = register_add(register=REGISTER, values=values, actor=CONSOLE)
    line = {"title": title, "person": old, "unit": cast.hill, "pupils": None}
    given = {"unit": cast.hill, "title": "表彰决定", "happened": DAY, "late_reason": "补录", "holders": [line]}
    verified(record_add(kind=KIND, values=given, actor=cast.bob), cast.bob, cast.alice)
    Person.objects.filter(pk=old.pk).update(merged_into=wang)
    return wang


def address(person: Person, page: str = "personal-page") -> str:
    return reverse(page, args=[person.token])


def test_the_keeper_of_the_persons_own_unit_reads_it(cast: SimpleNamespace, desk: Desk, wang: Person):
    study_group(cast.hill, [wang])
    text = desk(cast.bob).get(address(wang)).text
    assert "县师德标兵" in text
    assert study_group(cast.hill).name not in text
    assert address(wang) in desk(cast.bob).get(reverse("person", args=[wang.token])).text


def test_the_person_reads_their_own_and_takes_it_along(cast: SimpleNamespace, desk: Desk, wang: Person):
    account = member("wang", cast.hill)
    Person.objects.filter(pk=wang.pk).update(member=account)
    client = desk(account)
    assert client.get(reverse("own-page")).headers["Location"] == address(wang)
    assert reverse("own-page") in client.get(reverse("profile")).text
    file: Any = client.get(address(wang, "personal-file"))
    content = b"".join(file.streaming_content)
    _posts, deeds = load_workbook(BytesIO(content)).worksheets
    assert [cell.value for cell in deeds[2]][2] == "县师德标兵"


@pytest.mark.parametrize("name", ["alice", "charlie", "dora", "eve", "nora"])
def test_nobody_else_finds_it(cast: SimpleNamespace, desk: Desk, wang: Person, name: str):
    member("nora", cast.hill)
    client = desk(type(cast.bob).objects.get(username=name))
    assert {client.get(address(wang, page)).status_code for page in PAGES} == {404}


def test_who_has_left_the_unit_is_not_its_keepers_any_more(cast: SimpleNamespace, desk: Desk, wang: Person):
    wang.tenures.update(until=DAY)
    assert desk(cast.bob).get(address(wang)).status_code == 404


def test_a_minor_is_masked_and_reading_is_noted(cast: SimpleNamespace, desk: Desk, wang: Person):
    Person.objects.filter(pk=wang.pk).update(minor_until="2099-01-01")
    text = desk(cast.bob).get(address(wang)).text
    assert "王一" not in text
    assert AuditRow.objects.filter(action="person.read", target=wang.target).count() == 1


def test_who_is_nobody_on_a_roster_has_no_page(cast: SimpleNamespace, desk: Desk):
    assert desk(cast.bob).get(reverse("own-page")).status_code == 404
