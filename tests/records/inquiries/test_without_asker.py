"""A school that handles an inquiry reads what it needs and nothing by which the asker could be known."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace

import pytest
from django.test import Client
from django.urls import reverse

from tests.records.inquiries.desk_of_inquiries import NOON, assigned, at_desk, drafted, moved
from youju.lib import clock
from youju.records.followup.models import Followup
from youju.records.inquiries.inquiry.answers import Signing
from youju.records.inquiries.inquiry.models import Inquiry
from youju.records.inquiries.inquiry.personal import tells

PIECES = ("钱立新", "13800001234", "")


@pytest.fixture
def office(cast: SimpleNamespace) -> Iterator[SimpleNamespace]:
    with clock.at(NOON):
        yield at_desk(cast)


def page(client: Client, office: SimpleNamespace, who: str, inquiry: Inquiry) -> str:
    client.force_login(getattr(office, who))
    return client.get(reverse("case", args=[inquiry.ref])).content.decode()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("我是钱立新", "钱立新"),
        ("请找钱先生", "钱先生"),
        ("另一个号码是0511-87654321", "0511-87654321"),
        ("2026-12-20前完成，见2026-00012", ""),
        ("二年级三班，每天16:20，钱塘小学", ""),
    ],
)
def test_what_tells_who_asked(text: str, told: str):
    assert tells(PIECES, text) == told


def test_the_asker_adds_something_and_the_school_does_not_learn_who_it_is(office: SimpleNamespace, client: Client):
    inquiry = assigned(office, office.hill, office.bob)
    inquiry = moved(inquiry, "pause", office.alice, told_how="电话13800001234告知钱先生")
    inquiry = moved(inquiry, "supplement", office.alice, supplement="我是钱先生，电话13800001234。")
    moved(inquiry, "draft", office.alice, draft=drafted(office.alice, "钱先生：每学期三百元。"))
    school = page(client, office, "bob", inquiry)
    assert "钱先生" not in school and "13800001234" not in school
    assert "我是钱先生，电话13800001234。" in page(client, office, "alice", inquiry)


def test_what_the_school_drafted_it_reads_with_its_own_number(office: SimpleNamespace, client: Client):
    inquiry = assigned(office, office.hill, office.bob)
    inquiry = moved(inquiry, "draft", office.bob, draft=drafted(office.bob, "请拨0511-87654321咨询。"))
    assert "请拨0511-87654321咨询。" in page(client, office, "bob", inquiry)


def test_a_promise_comes_back_to_the_school_without_the_asker_and_once(office: SimpleNamespace):
    inquiry = assigned(office, office.hill, office.bob)
    for version, text in enumerate(("钱先生您好。3月20日前公示。", "钱先生您好。3月20日前公示收费。"), 1):
        answer = drafted(office.alice, text, promised_on=date(2025, 3, 20))
        inquiry = moved(moved(inquiry, "draft", office.alice, draft=answer), "sign", office.sam,
                        signing=Signing(version, office.sam))  # fmt: skip
        inquiry = moved(inquiry, "unsign", office.sam)
    assert Followup.objects.get().note == "3月20日前公示。"
