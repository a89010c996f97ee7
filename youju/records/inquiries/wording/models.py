"""Wordings of answers (答复用语): what the bureau writes again and again, with places for what differs each time."""

import re

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.inquiries.channels import InquirySort
from youju.records.inquiries.topic.models import Topic
from youju.records.registers.register import RegisterRow

_PLACE = re.compile(r"[{｛]([^{}｛｝\n]{1,20})[}｝]")


class Wording(RegisterRow):
    """topic, sort: of which inquiries; empty means any. text: with places as {收费标准}. basis: of the answer."""

    topic = models.ForeignKey(Topic, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("topic"))
    sort = models.CharField(_("sort of inquiry"), max_length=12, choices=InquirySort.choices, blank=True)
    text = models.TextField(_("wording"), max_length=4000)
    basis = models.CharField(_("by which rule or document"), max_length=200, blank=True)

    class Meta(RegisterRow.Meta):
        verbose_name = _("wording of answers")
        verbose_name_plural = _("wordings of answers")

    def fits(self, topic_id: int | None, sort: str) -> bool:
        return self.topic_id in (None, topic_id) and self.sort in ("", sort)

    def closeness(self) -> int:
        """How closely it names what it is for: the topic says more than the sort."""
        return 2 * (self.topic_id is not None) + bool(self.sort)


def places_in(text: str) -> list[str]:
    """What stands in braces in a text, each once, in the order of the text."""
    return list(dict.fromkeys(found.strip() for found in _PLACE.findall(text)))


def put_in(text: str, known: dict[str, str]) -> str:
    """The text with what is known in its places; what is not known stays to be written by hand."""
    return _PLACE.sub(lambda found: known.get(found[1].strip(), found[0]), text)
