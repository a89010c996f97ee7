"""Signed comments (署名评论): what the unit itself said in public, on its registered account, word for word."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record
from youju.records.publicity.outlet.models import Outlet

MEASURES = load_measures(Path(__file__).parent)


class PublicComment(Record):
    """official: whether the account was a registered one of our own as it was written; no other can be named.

    about: the link to what it answers, and nothing of whoever wrote that.
    """

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="+", verbose_name=_("registered account"))
    official = models.BooleanField(_("our own platform"), default=False)
    link = models.URLField(_("link to the comment"), max_length=500, db_index=True)
    words = models.TextField(_("text as published"), max_length=2000)
    about = models.URLField(_("link to what it answers"), max_length=500, blank=True)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "outlet", "official", "link", "words", "about")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "outlet")
    SEARCHED: ClassVar[tuple[str, ...]] = ("words", "link")

    class Meta:
        verbose_name = _("signed comment")
        verbose_name_plural = _("signed comments")

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "outlet" in values:
            self.official = self.outlet.official

    def own_items(self) -> list[Item]:
        return [
            ("outlet", self.outlet.code),
            ("official", str(int(self.official))),
            ("link", self.link),
            ("words", self.words),
            ("about", self.about),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        return (self.fact("statements.signed", 1),)
