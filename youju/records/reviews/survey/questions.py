"""The questions of a survey: what is asked, what may be answered, and which of the answers mean satisfied."""

import re
from collections.abc import Iterable
from hashlib import sha256
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from youju.lib.canonical import lp
from youju.records.heads.lines import Line

_BETWEEN = re.compile(r"[、；;，,/\n]+")
_RANGE = re.compile(r"(\d{1,2})\s*[-–—~～至到]\s*(\d{1,2})")
# Beyond so many a telephone shows no scale, and a reader compares no bars.
# As many as a telephone shows without scrolling, and a tally sheet beside each other.
MOST_OPTIONS = 12
# So many characters of what somebody writes are kept, on whichever way it comes.
LONGEST_TEXT = 500


class QuestionForm(models.TextChoices):
    CHOICE = "choice", _("one of several answers")
    SCALE = "scale", _("points on a scale")
    TEXT = "text", _("free text")


class Question(Line):
    """options: what may be answered, divided by “、”; of a scale its ends, as “1-10”; of free text nothing.

    satisfied: those of them that mean satisfied, written alike; empty where the question is not about that.
    """

    record = models.ForeignKey("survey.Survey", models.CASCADE, related_name="questions")
    text = models.CharField(_("question"), max_length=120)
    form = models.CharField(_("kind of answer"), max_length=8, choices=QuestionForm.choices)
    options = models.CharField(_("answers to choose from"), max_length=200, blank=True)
    satisfied = models.CharField(_("of these mean satisfied"), max_length=120, blank=True)

    COLUMNS: ClassVar[tuple[str, ...]] = ("text", "form", "options", "satisfied")
    KEY: ClassVar[tuple[str, ...]] = ("text",)

    class Meta(Line.Meta):
        verbose_name = _("question of a survey")
        verbose_name_plural = _("questions of a survey")

    def __str__(self) -> str:
        return self.text

    @property
    def choices(self) -> tuple[str, ...]:
        """The answers in their order; option 1 is the first of them."""
        if self.form == QuestionForm.TEXT:
            return ()
        return _points(self.options) if self.form == QuestionForm.SCALE else _words(self.options)

    @property
    def pleased(self) -> frozenset[int]:
        """The options, counted from 1, that mean satisfied."""
        meant = _points(self.satisfied) if self.form == QuestionForm.SCALE else _words(self.satisfied)
        return frozenset(number for number, choice in enumerate(self.choices, 1) if choice in meant)

    @property
    def fingerprint(self) -> str:
        """Of questions whose answers may be compared: alike in words, answers, and in what means satisfied."""
        said = (bare_question(self.text), self.form, *self.choices, "|", *map(str, sorted(self.pleased)))
        return sha256(b"youju-question-v1\0" + b"".join(lp(part) for part in said)).hexdigest()

    def faults(self) -> Iterable[tuple[str, str]]:
        """What does not fit between kind of answer, answers and which of them mean satisfied."""
        if self.form == QuestionForm.TEXT:
            if self.options or self.satisfied:
                yield "options", gettext("Free text has no answers to choose from: leave both boxes empty.")
            return
        choices = self.choices
        if not 2 <= len(choices) <= MOST_OPTIONS:
            yield "options", _wanted(self.form)
        elif len(set(choices)) < len(choices):
            yield "options", gettext("One of these answers stands here twice.")
        else:
            yield from self._unmeant(choices)

    def _unmeant(self, choices: tuple[str, ...]) -> Iterable[tuple[str, str]]:
        meant = _points(self.satisfied) if self.form == QuestionForm.SCALE else _words(self.satisfied)
        unknown = [word for word in meant if word not in choices]
        if unknown or (self.satisfied and not meant):
            said = gettext("“%(word)s” is none of the answers to choose from: write it as it stands there.")
            yield "satisfied", said % {"word": unknown[0] if unknown else self.satisfied}
        elif len(meant) == len(choices):
            yield "satisfied", gettext("If every answer means satisfied, the question asks nothing.")


def _words(text: str) -> tuple[str, ...]:
    return tuple(word for part in _BETWEEN.split(text) if (word := part.strip()))


def _points(text: str) -> tuple[str, ...]:
    """The points of “1-10”, or those named one by one."""
    found = _RANGE.fullmatch(text.strip())
    if found is None:
        return tuple(word for word in _words(text) if word.isascii() and word.isdecimal())
    first, last = int(found[1]), int(found[2])
    return tuple(str(point) for point in range(first, last + 1))


def bare_question(text: str) -> str:
    """A question without its number, blanks and punctuation, in which two years may differ."""
    return re.sub(r"[\W_]+", "", re.sub(r"^\s*[（(]?\d{1,2}[.、．)）]\s*", "", text)).casefold()


def _wanted(form: str) -> str:
    if form == QuestionForm.SCALE:
        return gettext("Write the ends of the scale, as “1-10”; at most %(most)d points.") % {"most": MOST_OPTIONS}
    return gettext("Write two to %(most)d answers, divided by “、”.") % {"most": MOST_OPTIONS}
