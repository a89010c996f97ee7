"""The same act on a document pressed 64 times at the same moment: done once, all others are told."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from pytest_django import Settings

from tests.records.cast import make_cast, member
from tests.security.test_races import at_once
from tests.summaries.issuing import again, frozen, issued, record, signed, written
from tests.summaries.test_signing import code_of, equipped
from youju.orgs.audit import AuditRow
from youju.orgs.members import Role
from youju.records.verbs.record_verbs import record_void
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.editions import Edition, EditionStep, Erratum
from youju.summaries.issuing.errata import erratum_begin
from youju.summaries.issuing.verbs import (
    standing_edition,
    summary_freeze,
    summary_issue,
    summary_refuse,
    summary_sign,
    summary_withdraw,
)

TIMES = 64

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(autouse=True)
def quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(transactional_db: None) -> SimpleNamespace:
    found = make_cast()
    found.sam = member("sam", found.county, Role.SIGNER)
    return found


def one_of(act: Callable[[], Any], otherwise: str) -> None:
    assert at_once(*[act] * TIMES) == sorted(["done", *[otherwise] * (TIMES - 1)])


def noted(document: Document, act: str) -> int:
    return AuditRow.objects.filter(action=f"summary.{act}", target=document.ref).count()


def test_freezing(cast: SimpleNamespace) -> None:
    record(cast)
    document = written(cast)
    one_of(lambda: summary_freeze(document=document, actor=cast.alice), "document-not-in-state")
    assert (Edition.objects.count(), noted(document, "freeze")) == (1, 1)


def test_signing_by_one_code(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    equipped(cast.sam)
    code, digest = code_of(cast.sam), standing_edition(document).digest
    one_of(
        lambda: summary_sign(document=document, digest=digest, proof=code, actor=cast.sam), "document-not-in-state"
    )  # fmt: skip
    assert (EditionStep.objects.count(), noted(document, "sign")) == (1, 1)


def test_issuing_takes_one_number(cast: SimpleNamespace) -> None:
    record(cast)
    document = signed(cast, as_report=True, symbol="云教")
    one_of(lambda: summary_issue(document=document, actor=cast.alice), "document-not-in-state")
    assert again(document).symbol.endswith("〕1号") and noted(document, "issue") == 1


def test_drafting_an_erratum(cast: SimpleNamespace) -> None:
    first = record(cast)
    record(cast, 3)
    document = issued(cast)
    record_void(record=first, reason="重复", actor=cast.alice)
    one_of(lambda: erratum_begin(document=document, actor=cast.alice), "erratum-under-way")
    assert (Erratum.objects.count(), Document.objects.count()) == (1, 2)


def test_signed_or_sent_back_or_taken_back_but_one_of_them(cast: SimpleNamespace) -> None:
    record(cast)
    document = frozen(cast)
    digest = standing_edition(document).digest
    equipped(cast.sam)
    code = code_of(cast.sam)
    done = at_once(
        *[lambda: summary_refuse(document=document, reason="改", actor=cast.sam)] * 20,
        *[lambda: summary_sign(document=document, digest=digest, proof=code, actor=cast.sam)] * 20,
    )
    assert done.count("done") == 1 and set(done) == {"done", "document-not-in-state"}
    one_of_both = EditionStep.objects.get().what
    assert again(document).state == {"refused": "draft", "signed": "signed"}[one_of_both]
    if one_of_both == "signed":
        summary_withdraw(document=document, reason="改", actor=cast.alice)
    assert again(document).state == "draft"
