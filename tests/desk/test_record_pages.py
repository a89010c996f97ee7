"""Writing a record down, handing it in and deciding on it: what the pages say when something is wrong."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from tests.desk.conftest import Desk
from tests.desk.paper import CONTENT, paper, seen, visits_form
from tests.records.cast import verified, visits
from youju.ledger import log
from youju.records.heads.attachments import Attachment
from youju.records.heads.refs import new_ref
from youju.records.reading.drift import drifted
from youju.records.statistics.statistic.models import Statistic
from youju.records.verbs.corrections import Correction
from youju.records.verbs.record_verbs import record_submit

NEW = "/records/statistic/new"


def test_a_liaison_writes_down_and_hands_in_with_evidence(cast: SimpleNamespace, desk: Desk):
    form = visits_form(cast.hill.pk, then="submit", uploads=paper())
    answer = desk(cast.bob).post(NEW, form, follow=True)
    record = Statistic.objects.get()
    assert (record.state, record.author, record.quantity) == ("submitted", cast.bob, 17)
    assert Attachment.objects.get().record_ref == record.ref
    assert "was handed in" in answer.text


def test_sent_twice_it_is_one_record_with_one_file(cast: SimpleNamespace, desk: Desk):
    client, ref = desk(cast.bob), new_ref("statistic")
    for _press in range(2):
        client.post(NEW, visits_form(cast.hill.pk, ref=ref, then="submit", uploads=paper()))
    assert Statistic.objects.count() == 1
    assert Attachment.objects.count() == 1


def test_a_wrong_value_is_told_beside_its_field(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(NEW, visits_form(cast.hill.pk, happened="yesterday"))
    assert answer.status_code == 422
    assert 'aria-describedby="id_happened-notes"' in answer.text
    assert 'aria-invalid="true"' in answer.text
    assert not Statistic.objects.exists()


def test_a_file_of_the_wrong_type_keeps_the_form_and_adds_nothing(cast: SimpleNamespace, desk: Desk):
    form = visits_form(cast.hill.pk, uploads=paper("program.exe", b"MZ\x90\x00" * 99))
    answer = desk(cast.bob).post(NEW, form)
    assert answer.status_code == 422
    assert "is of a type that is not kept as evidence" in answer.text
    assert not Statistic.objects.exists()


def test_what_cannot_be_handed_in_stays_a_draft_and_says_why(cast: SimpleNamespace, desk: Desk):
    answer = desk(cast.bob).post(NEW, visits_form(cast.hill.pk, late_reason="", then="submit"), follow=True)
    assert "Saved as a draft." in answer.text
    assert Statistic.objects.get().state == "draft"


def test_an_edit_over_a_newer_version_is_refused(cast: SimpleNamespace, desk: Desk):
    record, client = visits(cast.bob, cast.hill), desk(cast.bob)
    edit = reverse("record-edit", args=[record.ref])
    client.post(edit, visits_form(cast.hill.pk, title="先到", version=1))
    answer = client.post(edit, visits_form(cast.hill.pk, title="后到", version=1))
    assert answer.status_code == 409
    assert "was changed after you opened it" in answer.text
    assert Statistic.objects.get().title == "先到"


def test_an_edit_without_its_version_is_refused(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    edit = reverse("record-edit", args=[record.ref])
    assert desk(cast.bob).post(edit, visits_form(cast.hill.pk, title="x")).status_code == 409


def test_the_second_officer_is_told_and_nothing_is_posted_twice(cast: SimpleNamespace, desk: Desk):
    record, client = visits(cast.bob, cast.hill), desk(cast.alice)
    record_submit(record=record, actor=cast.bob)
    verify = reverse("record-verify", args=[record.ref])
    assert client.post(verify, seen(record)).status_code == 302
    answer = client.post(verify, seen(record))
    assert answer.status_code == 409
    assert "so this cannot be done now" in answer.text
    assert log.size() == 1


def test_a_return_says_why_to_the_liaison(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    desk(cast.alice).post(reverse("record-return", args=[record.ref]), {"reason": "缺照片", **seen(record)})
    assert "缺照片" in desk(cast.bob).get(reverse("workbench")).text


def test_voiding_without_a_reason_is_refused(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice)
    answer = desk(cast.alice).post(reverse("record-void", args=[record.ref]), {"reason": " ", **seen(record)})
    assert answer.status_code == 422
    assert log.size() == 1


def test_a_correction_is_shown_side_by_side_and_accepted(cast: SimpleNamespace, desk: Desk):
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    form = visits_form(cast.hill.pk, value="18", reason="少登记一户", version=record.version)
    desk(cast.bob).post(reverse("record-correct", args=[record.ref]), form)
    alice = desk(cast.alice)
    page = alice.get(reverse("record", args=[record.ref])).text
    assert "少登记一户" in page
    assert "<strong>18</strong>" in page
    alice.post(
        reverse("record-correction", args=[record.ref]),
        {"decision": "accept", "correction": Correction.objects.get().pk} | seen(record),
    )
    assert Statistic.objects.get().quantity == 18
    assert Correction.objects.get().state == "accepted"


def test_an_amendment_that_touches_a_figure_says_so_at_the_field_and_offers_the_correction(
    cast: SimpleNamespace, desk: Desk
):
    record, bob = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice), desk(cast.bob)
    amend, correct = (reverse(name, args=[record.ref]) for name in ("record-amend", "record-correct"))
    form = visits_form(cast.hill.pk, value="18", publisher="青山小学", reason="改", version=record.version)
    page = bob.post(amend, form)
    assert page.status_code == 422
    assert page.text.count("This changes a figure") == 2  # above the form, and at the one field
    assert page.text.rindex("This changes a figure") > page.text.index('id="id_value-notes"')
    assert f'formaction="{correct}"' in page.text
    assert 'value="18"' in page.text
    assert bob.post(correct, form).status_code == 302
    assert Correction.objects.get().data["value"] == ["18"]


@pytest.mark.parametrize("name", ["record-amend", "record-correct"])
def test_a_change_that_changes_nothing_is_told_in_its_form(cast: SimpleNamespace, desk: Desk, name: str):
    record = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice)
    page = desk(cast.bob).post(
        reverse(name, args=[record.ref]), visits_form(cast.hill.pk, reason="改", version=record.version)
    )
    assert page.status_code == 422
    assert "Nothing was changed." in page.text
    assert 'value="17"' in page.text


def test_an_amendment_is_decided_by_the_officer_and_both_texts_stay(cast: SimpleNamespace, desk: Desk):
    record, alice = verified(visits(cast.bob, cast.hill, 17), cast.bob, cast.alice), desk(cast.alice)
    form = visits_form(cast.hill.pk, title="走访农户（三月）", reason="补月份", version=record.version)
    desk(cast.bob).post(reverse("record-amend", args=[record.ref]), form)
    assert "amendment ·" in alice.get(reverse("review")).text
    page = alice.get(reverse("record", args=[record.ref])).text
    assert "An amendment waits" in page
    assert "<h1>走访农户（三月）" not in page
    shown = {"correction": Correction.objects.get().pk} | seen(record)
    alice.post(reverse("record-correction", args=[record.ref]), {"decision": "accept"} | shown)
    page = desk(cast.bob).get(reverse("record", args=[record.ref])).text
    versions = page[page.index('id="versions"') :]
    assert "走访农户</td>" in versions
    assert "走访农户（三月）</td>" in versions
    assert "let stand by alice" in versions


def test_whoever_adds_evidence_proposes_more_than_a_file_and_the_verifier_gives_it(cast: SimpleNamespace, desk: Desk):
    record, alice = visits(cast.bob, cast.hill), desk(cast.alice)
    for link in ("https://example.com/a", "https://example.com/b"):
        form = {"link": link, "grade": "third_party"}
        desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), form)
    first = Attachment.objects.order_by("pk")[0]
    assert (first.grade, first.proposed) == ("stated", "third_party")
    record_submit(record=record, actor=cast.bob)
    assert f'name="confirm" value="{first.pk}"' in alice.get(reverse("review")).text
    alice.post(reverse("record-verify", args=[record.ref]), {"confirm": first.pk} | seen(record))
    grades = Attachment.objects.order_by("pk").values_list("grade", "proposed", "graded_by")
    assert list(grades) == [("third_party", "", cast.alice.pk), ("stated", "third_party", None)]
    assert list(drifted()) == []


def test_what_comes_after_verifying_is_marked_and_told_to_the_officer_until_looked_at(
    cast: SimpleNamespace, desk: Desk
):
    record, alice = verified(visits(cast.bob, cast.hill), cast.bob, cast.alice), desk(cast.alice)
    desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "third_party"})
    (attachment,) = Attachment.objects.all()
    assert (attachment.grade, attachment.proposed) == ("file", "third_party")
    assert "added after verifying" in alice.get(reverse("record", args=[record.ref])).text
    assert "Evidence added after verifying" in alice.get(reverse("review")).text
    assert desk(cast.bob).post(reverse("evidence-grade", args=[record.ref, attachment.pk])).status_code == 403
    alice.post(reverse("evidence-grade", args=[record.ref, attachment.pk]), {"confirm": attachment.pk})
    attachment.refresh_from_db()
    assert (attachment.grade, attachment.graded_by) == ("third_party", cast.alice)
    assert "Evidence added after verifying" not in alice.get(reverse("review")).text
    assert list(drifted()) == []


def test_evidence_comes_as_a_download_that_no_browser_runs(cast: SimpleNamespace, desk: Desk):
    record, bob = visits(cast.bob, cast.hill), desk(cast.bob)
    bob.post(reverse("evidence-attach", args=[record.ref]), {"uploads": paper(), "grade": "file"})
    answer = bob.get(reverse("evidence", args=[Attachment.objects.get().pk]))
    assert b"".join(answer.streaming_content) == CONTENT  # type: ignore[attr-defined]  # a file is streamed
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"].startswith("sandbox")


def test_a_draft_says_what_comes_next(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    page = desk(cast.bob).get(reverse("record", args=[record.ref])).text
    assert page.index("What comes next") < page.index(reverse("record-submit", args=[record.ref]))
    assert 'name="camera"' in page
    assert "It can go in without evidence" in page


def test_a_returned_record_has_words_for_the_group_for_the_officer_alone(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    record_submit(record=record, actor=cast.bob)
    desk(cast.alice).post(reverse("record-return", args=[record.ref]), {"reason": "缺照片", **seen(record)})
    address = reverse("record", args=[record.ref])
    assert "Copy to the group" in desk(cast.alice).get(address).text
    assert "Copy to the group" not in desk(cast.bob).get(address).text


def test_evidence_may_be_a_link(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    form = {"link": "https://example.com/news", "grade": "third_party"}
    desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), form)
    assert Attachment.objects.get().link == "https://example.com/news"


def test_an_empty_evidence_form_asks_for_one_of_the_two(cast: SimpleNamespace, desk: Desk):
    record = visits(cast.bob, cast.hill)
    answer = desk(cast.bob).post(reverse("evidence-attach", args=[record.ref]), {"grade": "file"})
    assert answer.status_code == 422
    assert "Choose a file, or give a link." in answer.text
