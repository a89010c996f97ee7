"""What sorts of things a bureau keeps, and the topics by which programmes and rules are counted apart."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ThingSort(models.TextChoices):
    VENUE = "venue", _("venue")
    SCREEN = "screen", _("screen")
    BOARD = "board", _("notice board")
    COLUMN = "column", _("column in a medium")
    BASE = "base", _("education base")
    READING_ROOM = "reading_room", _("reading room")
    SOCIETY = "society", _("society")
    FUND = "fund", _("fund")
    ALLIANCE = "alliance", _("alliance")
    PROGRAMME = "programme", _("programme")
    RULE = "rule", _("working rule in force")
    TEAM = "team", _("standing team")


class Topic(models.TextChoices):
    """Of which programmes and rules figures tell apart from others."""

    THOUGHT_RESEARCH = "thought_research", _("educational thought research")
    HERITAGE = "heritage", _("local heritage")
    PATRIOTIC = "patriotic", _("patriotic education")
    ONLINE_OPINION = "online_opinion", _("public opinion online")


# What somebody goes and looks at.
LOOKED_AT = (ThingSort.VENUE, ThingSort.SCREEN, ThingSort.BOARD, ThingSort.BASE, ThingSort.READING_ROOM)

TOPICS: dict[str, tuple[Topic, ...]] = {
    ThingSort.PROGRAMME: (Topic.THOUGHT_RESEARCH, Topic.HERITAGE, Topic.PATRIOTIC),
    ThingSort.RULE: (Topic.ONLINE_OPINION,),
}
"""The topics that a sort may have; one that is not named here has none."""
