"""What is kept of answers: counts, and texts without order. There is no row of an answer, ever.

All rows of a survey are made before anybody answers, and each answer rewrites all those of its unit together. So what
the database holds, ids and places on the disk among it, tells how many answered how, and of no answer when it came or
what else it said.
"""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class Method(models.TextChoices):
    """How answers came; the same codes stand in measures.toml."""

    TICKETS = "tickets", _("by code on a telephone")
    PAPER = "paper", _("on paper")
    SERVICE = "service", _("by a survey service")


class Sheets(models.Model):
    """How many sheets one unit was given in one way, and how many came back.

    unit: its code; "" for units put together at closing. entered_by: the token of whoever typed the numbers.
    """

    survey = models.ForeignKey("survey.Survey", models.CASCADE, related_name="sheets")
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    method = models.CharField(_("way of answering"), max_length=8, choices=Method.choices)
    issued = models.PositiveIntegerField(_("handed out"), default=0)
    returned = models.PositiveIntegerField(_("came back"), default=0)
    entered_by = models.CharField(max_length=16, blank=True)

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        verbose_name = _("sheets of a survey")
        verbose_name_plural = _("sheets of a survey")
        ordering = ["unit", "method"]
        constraints = [models.UniqueConstraint(fields=["survey", "unit", "method"], name="survey_sheets_once")]

    def __str__(self) -> str:
        return f"{self.unit} {self.method}"


class Tally(models.Model):
    """How many chose one option of one question, in one unit, in one way.

    question, option: their places, from 1. unit: as in Sheets. method: "" once the survey is closed.
    """

    survey = models.ForeignKey("survey.Survey", models.CASCADE, related_name="tallies")
    unit = models.CharField(_("unit"), max_length=40, blank=True)
    method = models.CharField(_("way of answering"), max_length=8, choices=Method.choices, blank=True)
    question = models.PositiveSmallIntegerField(_("question"))
    option = models.PositiveSmallIntegerField(_("option"))
    n = models.PositiveIntegerField(_("how many"), default=0)

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        verbose_name = _("tally")
        verbose_name_plural = _("tallies")
        ordering = ["unit", "method", "question", "option"]
        constraints = [
            models.UniqueConstraint(fields=["survey", "unit", "method", "question", "option"], name="tallied_once")
        ]

    def __str__(self) -> str:
        return f"{self.question}/{self.option}: {self.n}"


class TextBox(models.Model):
    """All texts that were written to one question, of all units, in one row and in an order that chance gave."""

    survey = models.ForeignKey("survey.Survey", models.CASCADE, related_name="boxes")
    question = models.PositiveSmallIntegerField(_("question"))
    texts = models.JSONField(_("what was written"), default=list)

    objects: models.Manager[Any] = models.Manager()

    class Meta:
        verbose_name = _("texts of a survey")
        verbose_name_plural = _("texts of a survey")
        ordering = ["question"]
        constraints = [models.UniqueConstraint(fields=["survey", "question"], name="survey_texts_once")]

    def __str__(self) -> str:
        return f"{self.question}"
