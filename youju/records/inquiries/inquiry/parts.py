"""What a move writes beside the columns of the inquiry: the asker, answers, words, pauses, related inquiries."""

from datetime import timedelta
from typing import Any

from youju.lib import clock
from youju.records.inquiries.inquiry.answers import Drafted, Signing
from youju.records.inquiries.inquiry.askers import Asker, AskerValues
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.dues import keep_dues

_DAY = timedelta(1)

# What decides which limits hold, and who may read it.
_DECIDING = {"channel", "sort", "happened", "unit", "about_unit"}


def write_parts(inquiry: InquiryColumns, values: dict[str, Any]) -> None:
    """Write what ``values`` hold of these; and the limits and dues, as long as it is not accepted."""
    if _DECIDING & set(values):
        inquiry.keep(**{name: getattr(inquiry, name) for name in inquiry.LIMITS})
    if inquiry.answer_due is None:
        keep_dues(inquiry)
    if "asker" in values:
        _keep_asker(inquiry, values["asker"])
    if "draft" in values:
        _add_answer(inquiry, values["draft"])
    if "signing" in values:
        _sign(inquiry, values["signing"])
    for name in ("supplement", "update"):
        if values.get(name):
            inquiry.words.create(text=values[name], by_asker=name == "supplement")
    if values.get("told_how"):
        inquiry.pauses.create(first=clock.today() + _DAY, told_how=values["told_how"])
    if "passed_files" in values:
        inquiry.passed_files.set(values["passed_files"])
    if "linked" in values:
        inquiry.linked.set(values["linked"])


def _keep_asker(inquiry: InquiryColumns, given: AskerValues) -> None:
    if given.given:
        Asker.objects.update_or_create(record_id=inquiry.pk, defaults=given._asdict())


def _add_answer(inquiry: InquiryColumns, drafted: Drafted) -> None:
    last = max((answer.version for answer in inquiry.answers.all()), default=0)
    text, basis, public, redacted, promised_on, by, wording = drafted
    inquiry.answers.create(
        version=last + 1, text=text, basis=basis, public=public, redacted=redacted, promised_on=promised_on,
        drafter=by, wording=wording,
    )  # fmt: skip


def _sign(inquiry: InquiryColumns, signing: Signing) -> None:
    answers = inquiry.answers.filter(version=signing.version, sent_on=None)
    answers.update(signer=signing.by, signed_at=clock.now())
