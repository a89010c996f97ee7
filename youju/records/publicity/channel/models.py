"""Channels (频道): the tree under whose headings the public site keeps its articles."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.records.registers.register import RegisterRow


class Rhythm(models.TextChoices):
    """How often the website inspection expects something new."""

    NEWS = "news", _("news: something new every two weeks")
    NOTICE = "notice", _("notices and policy: something new every six months")
    STANDING = "standing", _("standing: changes only when the matter does")


class Channel(RegisterRow):
    """parent: the channel it stands below, none at the top. rank: its place among its neighbours, the least first."""

    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("channel above")
    )
    rhythm = models.CharField(_("how often it changes"), max_length=10, choices=Rhythm.choices, default=Rhythm.NEWS)
    rank = models.PositiveSmallIntegerField(_("place among its neighbours"), default=100)

    class Meta(RegisterRow.Meta):
        verbose_name = _("site channel")
        verbose_name_plural = _("site channels")
        ordering = ["rank", "name"]


def channels_on(day: date) -> tuple[Channel, ...]:
    """All channels in force on a day, in their order."""
    rows: Any = Channel.objects.in_force(day)
    return tuple(rows)


def with_below(channel: Channel, every: Iterable[Channel]) -> set[int]:
    """The ids of a channel and of all below it, among ``every`` channel."""
    rows, found = list(every), set[int]()
    waiting = [channel.pk]
    while waiting:
        pk = waiting.pop()
        if pk not in found:
            found.add(pk)
            waiting += [each.pk for each in rows if each.parent_id == pk]
    return found


def way_to(channel: Channel, every: Iterable[Channel]) -> list[Channel]:
    """A channel with those above it, the topmost first."""
    by_pk = {each.pk: each for each in every}
    way: list[Channel] = []
    at: Any = by_pk.get(channel.pk, channel)
    while at is not None and at not in way:
        way.insert(0, at)
        at = by_pk.get(at.parent_id)
    return way
