"""Answers that everybody may read: of what was given to an asker, what the answer says may be made public.

An accusation is never among them, whatever its answer says: that there was one is nobody's business.
"""

from typing import NamedTuple

from django.db.models import F, Max, QuerySet
from django.utils.translation import gettext as _

from youju.gate.outgoing import Outgoing, Part, Purpose, text_part
from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.inquiry.answers import Answer, Publish
from youju.records.inquiries.inquiry.columns import InquiryColumns
from youju.records.inquiries.inquiry.errors import AskerNamedInPublic
from youju.records.inquiries.inquiry.personal import names_asker


class PublicAnswer(NamedTuple):
    """An answer as it is read outside. question: "" where the answer alone is public."""

    answer: Answer
    title: str
    topic: str
    question: str
    text: str

    @property
    def number(self) -> str:
        return str(self.answer.record.number)


def published_answers() -> "QuerySet[Answer]":
    """The newest answer that was given to each inquiry, where it is public; the newest first."""
    found = Answer.objects.exclude(sent_on=None).annotate(newest=Max("record__answers__version"))
    found = found.filter(version=F("newest")).exclude(public=Publish.NONE)
    related = ("record", "record__unit", "record__topic")
    return (
        found.exclude(record__sort=InquirySort.ACCUSATION).select_related(*related).order_by("-sent_on", "-pk")
    )  # fmt: skip


def as_published(answer: Answer) -> PublicAnswer:
    """What of it may be read. The question appears only where that was decided, in the words meant for others."""
    inquiry = answer.record
    topic = str(inquiry.topic) if inquiry.topic else ""
    whole = answer.public == Publish.WHOLE
    title = inquiry.title if whole else _("On %(topic)s") % {"topic": topic or InquirySort(inquiry.sort).label}
    return PublicAnswer(
        answer, title, topic, question_for_all(inquiry) if whole else "", answer.redacted or answer.text
    )


def question_for_all(inquiry: InquiryColumns) -> str:
    """The question as others may read it: the text made for a unit, where there is one."""
    return inquiry.passed_text or inquiry.text


def answer_outgoing(inquiry: InquiryColumns) -> Outgoing | None:
    """What becomes public when the signed answer is given; None where nothing does.

    Raises AskerNamedInPublic where subject, question or answer would tell who asked.
    """
    answer = inquiry.answers.exclude(sent_on=None).order_by("-version").first()
    if answer is None or answer.public == Publish.NONE or inquiry.is_accusation:
        return None
    shown = as_published(answer)
    for text in (shown.title, shown.question, shown.text):
        if found := names_asker(inquiry, text):
            raise AskerNamedInPublic(found=found)
    return Outgoing(Purpose.ANSWER, inquiry.ref, inquiry.title, inquiry.unit, tuple(_parts(shown)))


def _parts(shown: PublicAnswer) -> list[Part]:
    named = ((_("subject"), shown.title), (_("text"), shown.question), (_("answer"), shown.text))
    return [text_part(name, text) for name, text in named if text]
