"""What is overdue is told once a day it was due on; the digest names nothing."""

from datetime import date, timedelta
from smtplib import SMTPRecipientsRefused
from types import SimpleNamespace

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection, transaction
from django.test import Client
from django.utils import translation
from pytest_django import Settings

from tests.records.cast import make_cast, member, visits
from tests.records.reviews.surveys import moved, opened
from youju.clockwork.digest import send_digests
from youju.clockwork.overdue import alert_owner, overdue_cases
from youju.clockwork.surveys import surveys_ending, tell_ending
from youju.lib import clock
from youju.orgs.actors import SYSTEM
from youju.orgs.members import Role
from youju.records.alerts import Alert, AlertSort, alert, alerts_read, unread
from youju.records.kinds import get_case_kind
from youju.records.verbs.case_verbs import case_open
from youju.records.verbs.record_verbs import record_return, record_submit

pytestmark = pytest.mark.django_db


@pytest.fixture
def cast() -> SimpleNamespace:
    return make_cast()


def test_the_owner_of_an_overdue_case_is_told(cast: SimpleNamespace):
    today: date = clock.today()
    values = {"unit": cast.hill, "title": "补签到表", "happened": today, "owner": cast.bob, "due_on": today}
    case = case_open(kind=get_case_kind("followup"), values=values, actor=cast.alice)
    assert [each.sort for each in Alert.objects.filter(member=cast.bob)] == ["asked"]
    assert overdue_cases(today) == []
    (key,) = overdue_cases(today + timedelta(days=1))
    assert key == f"{case.ref}#overdue-{today}"
    alerts_read(member=cast.bob)
    alert_owner(key)
    assert Alert.objects.filter(member=cast.bob, read_at=None).get().sort == "overdue"


def test_the_digest_counts_and_names_nothing(cast: SimpleNamespace, settings: Settings):
    settings.EMAIL_HOST = "mail.example"
    type(cast.bob).objects.filter(pk=cast.bob.pk).update(email="bob@school.example")
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="照片看不清")
    send_digests("2025-03-20")
    (sent,) = mail.outbox
    assert sent.to == ["bob@school.example"]
    assert record.title not in sent.body
    assert "照片" not in sent.body
    send_digests("2025-03-21")
    assert len(mail.outbox) == 1  # of each alert one mail speaks


def test_the_digest_has_the_lines_of_the_page(cast: SimpleNamespace, settings: Settings, client: Client):
    settings.EMAIL_HOST = "mail.example"
    type(cast.alice).objects.filter(pk=cast.alice.pk).update(email="alice@bureau.example")
    refs = [f"inquiry-{number:010d}" for number in range(2000)]
    with transaction.atomic():
        alert(told=[(cast.alice, ref) for ref in refs], sort=AlertSort.ASKED, actor=SYSTEM)
        alert(told=[(cast.alice, refs[0])], sort=AlertSort.OVERDUE, actor=SYSTEM)
        alert(told=[(cast.alice, "due-1")], sort=AlertSort.DUE_SOON, actor=SYSTEM)
    with translation.override("zh-hans"):
        send_digests("2025-03-20")
    (sent,) = mail.outbox
    assert sent.subject == "您有3条提醒" and unread(cast.alice) == 3
    client.force_login(cast.alice, backend="django.contrib.auth.backends.ModelBackend")
    page = BeautifulSoup(client.get("/alerts/", headers={"accept-language": "zh-hans"}).text, "html.parser")
    shown = [
        [span.get_text(strip=True) for span in line.select("span")[:2]]
        for line in page.select(".alert-group > summary")
    ]
    on_page = [f"{label}（{count}）" for label, count in shown]
    assert sent.body.splitlines()[1:] == on_page
    assert on_page[:2] == ["群众来件：已逾期（1）", "群众来件：等待您办理（1999）"] and len(on_page) == 3


def test_alerts_that_a_mail_spoke_of_stand_in_the_next_only_beside_new_ones(cast: SimpleNamespace, settings: Settings):
    settings.EMAIL_HOST = "mail.example"
    type(cast.bob).objects.filter(pk=cast.bob.pk).update(email="bob@school.example")
    for target in ("due-1", "visits-1"):
        with transaction.atomic():
            alert(told=[(cast.bob, target)], sort=AlertSort.ASKED, actor=SYSTEM)
        send_digests("")
    send_digests("")
    assert [len(sent.body.splitlines()) for sent in mail.outbox] == [2, 3]


class Moody(EmailBackend):
    """A mail server that answers nobody until it is mended, and then does not know carl."""

    broken = True

    def open(self) -> bool:
        if Moody.broken:
            raise ConnectionRefusedError()
        return True

    def send_messages(self, messages):
        assert not connection.in_atomic_block  # else the whole bureau waits for the mail server
        (message,) = messages
        if message.to == ["carl@school.example"]:
            raise SMTPRecipientsRefused({message.to[0]: (550, b"no such user")})
        return super().send_messages(messages)


@pytest.mark.django_db(transaction=True)
def test_a_mail_server_in_a_mood_holds_nobody_up_and_nobody_is_told_twice(settings: Settings):
    settings.EMAIL_HOST, settings.EMAIL_BACKEND = "mail.example", f"{__name__}.Moody"
    cast = make_cast()
    others = [member(name, cast.hill, Role.LIAISON) for name in ("carl", "dana")]
    for each in (cast.bob, *others):
        Alert.objects.create(member=each, sort=AlertSort.RETURNED, target="x")
        type(each).objects.filter(pk=each.pk).update(email=f"{each.username}@school.example")
    Moody.broken = True
    with pytest.raises(ConnectionRefusedError):
        send_digests("2025-03-20")
    assert mail.outbox == [] and not Alert.objects.exclude(mailed_at=None).exists()
    Moody.broken = False
    assert len(send_digests("2025-03-20").splitlines()) == 2
    for _again in range(2):
        send_digests("2025-03-21")
        assert sorted(each.to[0] for each in mail.outbox) == ["bob@school.example", "dana@school.example"]
    assert Alert.objects.get(mailed_at=None).member.username == "carl"  # whose address may be mended meanwhile


def test_without_a_mail_server_nothing_is_sent_or_marked(cast: SimpleNamespace):
    type(cast.bob).objects.filter(pk=cast.bob.pk).update(email="bob@school.example")
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    record_return(record=record, actor=cast.alice, reason="x")
    assert send_digests("2025-03-20") == ""
    assert mail.outbox == []
    assert Alert.objects.get().mailed_at is None


def test_whoever_runs_a_survey_is_told_on_its_last_day_and_when_it_is_over(cast: SimpleNamespace):
    carl = member("carl", cast.hill, Role.LIAISON)
    last = date(2040, 3, 14)
    survey = opened(cast, due_on=last)
    assert surveys_ending(last - timedelta(days=1)) == []
    noon = clock.end_of(last) - timedelta(hours=12)
    for days, mark, sort in ((0, "ends", "due_soon"), (1, "over", "asked")):
        with clock.at(noon + timedelta(days=days)):
            (key,) = surveys_ending(clock.today())
            assert key == f"{survey.ref}#{mark}-{last}"
            tell_ending(key)
            for told in (cast.bob, carl):
                assert Alert.objects.filter(member=told, target=survey.ref, read_at=None).get().sort == sort
    assert not Alert.objects.filter(member=cast.charlie).exists()
    survey = moved(survey, "put-off", cast.bob, values={"due_on": last + timedelta(days=9)})
    with clock.at(noon + timedelta(days=1)):
        assert surveys_ending(clock.today()) == []
        assert tell_ending(key) == "" and Alert.objects.filter(target=survey.ref, sort="asked").count() == 2
