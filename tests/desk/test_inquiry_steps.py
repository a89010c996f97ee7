"""The history of an inquiry says to whom it was given, by how many days it was extended, until when it is due."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import translation

from tests.desk.conftest import Desk
from tests.records.inquiries.desk_of_inquiries import NOON, answered, assigned, at_desk, drafted, moved, reread
from youju.lib import clock
from youju.orgs.audit import AuditRow
from youju.records.heads.case import steps_of
from youju.records.heads.changes import changes_in_words
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.reading.drift import drifted
from youju.records.verbs.case_verbs import case_pass


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def told(inquiry: Inquiry) -> list[list[tuple[str, str]]]:
    with translation.override("en"):
        said = changes_in_words(inquiry, [step.noted for step in steps_of(inquiry)])
        return [[(change.label, change.value) for change in step] for step in said]


def test_a_step_says_to_whom_it_was_given(office: SimpleNamespace):
    inquiry = assigned(office)
    assert [("in charge", "alice")] in told(inquiry)
    inquiry = moved(inquiry, "reassign", office.alice, unit=office.hill, owner=office.bob)
    assert told(inquiry)[-1] == [("unit", "青山小学"), ("in charge", "bob")]


def test_an_extension_says_by_how_many_days_and_until_when(office: SimpleNamespace):
    inquiry = moved(assigned(office), "extend", office.olga, extra=5)
    assert told(inquiry)[-1] == [("due on", "2025-03-26"), ("days more", "5")]
    assert inquiry.due_on == date(2025, 3, 26) and list(drifted()) == []


def test_whoever_takes_a_case_over_is_named(office: SimpleNamespace):
    inquiry = assigned(office)
    case_pass(case=inquiry, to=office.olga, actor=office.eve, reason="调离")
    assert told(inquiry)[-1] == [("in charge", "olga")]


def test_what_a_step_says_names_nobodys_own_row(office: SimpleNamespace):
    """An audit row that names a token or a code says that somebody touched what it is of."""
    inquiry = moved(assigned(office), "reassign", office.alice, unit=office.hill, owner=office.bob)
    said = [row.detail.values() for row in AuditRow.objects.filter(target=inquiry.ref)]
    assert not {office.bob.token, office.hill.code, office.alice.token} & {text for texts in said for text in texts}


def test_the_page_and_the_audit_log_say_it_in_words(office: SimpleNamespace, desk: Desk):
    inquiry = moved(assigned(office), "reassign", office.alice, unit=office.hill, owner=office.bob)
    assert "in charge: bob" in desk(office.alice).get(reverse("case", args=[inquiry.ref])).text
    page = desk(office.dora).get(reverse("audit"), {"target": inquiry.ref}).text
    assert "in charge bob" in page and "member:" not in page


def test_a_case_that_is_back_says_how_it_came_back(office: SimpleNamespace, desk: Desk):
    def head(inquiry: Inquiry) -> str:
        pages = [desk(office.alice).get(address).text for address in (reverse("case", args=[inquiry.ref]), "/")]
        said = {word for word in ("Returned:", "Reopened:", "Handed over:") for page in pages if word in page}
        assert all(each in page for page in pages for each in said)
        return ", ".join(sorted(said))

    reopened = moved(moved(answered(office), "settle", office.alice), "reopen", office.olga)
    assert head(reopened) == "Reopened:"
    drafts = moved(reopened, "draft", office.alice, draft=drafted(office.alice))
    assert head(drafts) == ""
    assert head(moved(drafts, "send-back", office.sam)) == "Returned:"
    case_pass(case=reread(drafts.pk), to=office.olga, actor=office.eve, reason="调离")
    case_pass(case=reread(drafts.pk), to=office.alice, actor=office.eve, reason="回岗")
    assert head(reread(drafts.pk)) == "Handed over:"


def test_nobody_is_told_that_what_they_took_up_again_came_back(office: SimpleNamespace, desk: Desk):
    inquiry = moved(assigned(office), "pause", office.alice, update="请说明年级。")
    moved(inquiry, "resume", office.alice)
    assert "Returned:" not in desk(office.alice).get(reverse("case", args=[inquiry.ref])).text


def test_each_form_on_the_page_has_ids_of_its_own(office: SimpleNamespace, desk: Desk):
    page = BeautifulSoup(desk(office.alice).get(reverse("case", args=[assigned(office).ref])).text, "html.parser")
    boxes = page.select("input[name=uploads]")
    assert len(boxes) == 2  # of an answer, and of what the asker adds
    ids = Counter(str(each["id"]) for each in page.select("[id]"))
    assert [name for name, count in ids.items() if count > 1] == []
