"""A list narrowed in a certain way is saved under a name of one's own, and nobody else's."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from youju.records.heads.sections import Section
from youju.records.reading.saved_lists import MOST, NothingToSave, SavedList, TooManyLists, list_save

LIST = reverse("record-list", args=["study"])
SAVE = reverse("record-list-save", args=["study"])


def test_it_opens_the_list_as_it_was_narrowed(cast: SimpleNamespace, desk: Desk):
    bob = desk(cast.bob)
    answer = bob.post(SAVE, {"name": "待核实", "asked": "state=submitted&year=2025&page=7&x=%3Cscript%3E"})
    assert answer["Location"] == f"{LIST}?state=submitted&year=2025"
    assert f'href="{LIST}?state=submitted&amp;year=2025">待核实' in bob.get(LIST).text
    assert 'aria-current="true">待核实' in bob.get(answer["Location"]).text


def test_the_same_name_replaces(cast: SimpleNamespace):
    for query in ("state=draft", "state=submitted"):
        list_save(member=cast.bob, section=Section.STUDY, name=" 我的 ", query=query)
    assert [(saved.name, saved.query) for saved in SavedList.objects.all()] == [("我的", "state=submitted")]


@pytest.mark.parametrize(("name", "query"), [("", "state=draft"), ("名称", ""), ("名称", "text=" + "x" * 700)])
def test_what_says_nothing_is_not_saved(cast: SimpleNamespace, name: str, query: str):
    with pytest.raises(NothingToSave):
        list_save(member=cast.bob, section=Section.STUDY, name=name, query=query)


def test_there_is_an_end_to_them(cast: SimpleNamespace):
    for place in range(MOST):
        list_save(member=cast.bob, section=Section.STUDY, name=str(place), query="state=draft")
    with pytest.raises(TooManyLists):
        list_save(member=cast.bob, section=Section.STUDY, name="more", query="state=draft")


def test_another_member_neither_sees_nor_removes_it(cast: SimpleNamespace, desk: Desk):
    list_save(member=cast.bob, section=Section.STUDY, name="我的筛选", query="state=draft")
    forget = reverse("record-list-forget", args=["study"])
    charlie = desk(cast.charlie)
    assert "我的筛选" not in charlie.get(LIST).text
    charlie.post(forget, {"name": "我的筛选"})
    assert SavedList.objects.exists()
    desk(cast.bob).post(forget, {"name": "我的筛选"})
    assert not SavedList.objects.exists()
