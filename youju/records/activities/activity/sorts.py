"""What sorts of activity there are, and what a line of results may say; the codes stand in measures.toml too."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActivitySort(models.TextChoices):
    LECTURE = "lecture", pgettext_lazy("activity", "lecture")
    MEMORIAL = "memorial", _("memorial day")
    MORAL_LECTURE = "moral_lecture", _("moral lecture")
    READING = "reading", _("reading")
    PRACTICE = "practice", _("visit and practice")
    SHOW = "show", _("performance")
    SPORTS = "sports", _("sports")
    CONTEST = "contest", pgettext_lazy("activity", "contest")
    TEACHING_CONTEST = "teaching_contest", _("teaching contest")
    OTHER = "other", _("other activity")


CONTESTS = (ActivitySort.CONTEST, ActivitySort.TEACHING_CONTEST, ActivitySort.SHOW, ActivitySort.SPORTS)
"""Sorts that may end in prizes or places."""


class Prize(models.TextChoices):
    GRAND = "grand_prize", _("grand prize")
    FIRST = "first_prize", _("first prize")
    SECOND = "second_prize", _("second prize")
    THIRD = "third_prize", _("third prize")
    MERIT = "merit_prize", _("prize of merit")


class Stage(models.TextChoices):
    """The age group of a contest, or the stage whose teachers it was for."""

    KINDERGARTEN = "kindergarten", _("kindergarten")
    PRIMARY = "primary", _("primary school")
    JUNIOR = "junior", pgettext_lazy("age group", "junior middle school")
    SENIOR = "senior", pgettext_lazy("age group", "senior middle school")
    VOCATIONAL = "vocational", pgettext_lazy("age group", "vocational school")


class ShowItem(models.TextChoices):
    """What is shown in an arts show, where places are given item by item."""

    CHORUS = "chorus", _("chorus")
    DANCE = "dance", _("dance")
    DRAMA = "drama", _("drama")
    INSTRUMENTS = "instruments", _("instrumental music")
    RECITATION = "recitation", _("recitation")
    PAINTING = "painting", _("painting and calligraphy")
