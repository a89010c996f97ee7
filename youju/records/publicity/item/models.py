"""Publicity items: one text, picture or film that stands in one outlet."""

from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.ledger.facts import FactLine
from youju.records.counting.levels import level_choices
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.record import Record
from youju.records.publicity.outlet.models import Outlet, OutletSort

MEASURES = load_measures(Path(__file__).parent)

# From the city on a medium is an upper one.
_UPPER = ("city", "province", "nation")
# What the bureau or a school puts there itself is a post; its own website counts among the local ones.
_ACCOUNTS = (OutletSort.WECHAT, OutletSort.VIDEO)


class ItemForm(models.TextChoices):
    NEWS = "news", _("news item")
    FEATURE = "feature", _("feature story")
    PICTURE = "picture", _("picture story")
    VIDEO = "video", _("film")
    PAGE = "page", _("special page or column")
    OTHER = "other_form", _("other form")


class PublicityItem(Record):
    """sort, level, official: those of the outlet as the item was written; what was verified keeps them."""

    outlet = models.ForeignKey(Outlet, models.PROTECT, related_name="+", verbose_name=_("outlet"))
    form = models.CharField(_("form of the item"), max_length=12, choices=ItemForm.choices, default=ItemForm.NEWS)
    link = models.URLField(_("link"), max_length=500, blank=True, db_index=True)
    level = models.CharField(_("level of outlet"), max_length=10, choices=level_choices())
    official = models.BooleanField(_("our own platform"), default=False)

    EDITED: ClassVar[tuple[str, ...]] = (*Record.EDITED, "outlet", "form", "link", "level", "official")
    RELATED: ClassVar[tuple[str, ...]] = (*Record.RELATED, "outlet")
    SEARCHED: ClassVar[tuple[str, ...]] = ("link",)

    class Meta:
        verbose_name = _("publicity item")
        verbose_name_plural = _("publicity items")

    def assign(self, values: dict[str, Any]) -> None:
        super().assign(values)
        if "outlet" in values:
            self.sort, self.level, self.official = self.outlet.sort, self.outlet.level, self.outlet.official

    @property
    def is_post(self) -> bool:
        """Whether it stands on an account of our own, and no medium reported it."""
        return self.official and self.sort in _ACCOUNTS

    def own_items(self) -> list[Item]:
        return [
            ("outlet", self.outlet.code),
            ("form", self.form),
            ("link", self.link),
            ("level", self.level),
            ("official", str(int(self.official))),
        ]

    def own_facts(self) -> tuple[FactLine, ...]:
        """One item of its outlet's sort and level, and one article or post."""
        item = self.fact("publicity.items", 1, category=self.sort, level=self.level)
        if self.is_post:
            return item, self.fact("publicity.posts", 1)
        media = "upper_media" if self.level in _UPPER else "local_media"
        return item, self.fact("publicity.articles", 1, category=media, level=self.level)
