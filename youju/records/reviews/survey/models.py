"""Surveys (满意度测评): a short questionnaire, answered without a name, counted at closing."""

import json
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.settings import setting
from youju.orgs.tickets import Purpose, tickets_drop, tickets_extend
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item, Ledgered
from youju.records.reviews.survey.ballots import ballots_begin, ballots_clear, ballots_merge
from youju.records.reviews.survey.errors import QuestionsLocked, TooFewAnswers
from youju.records.reviews.survey.moves import COUNTED, MOVES, SurveyState
from youju.records.reviews.survey.questions import Question
from youju.records.reviews.survey.tallies import Method, Sheets, Tally, TextBox
from youju.records.rights import is_alone

MEASURES = load_measures(Path(__file__).parent)

__all__ = ["MEASURES", "Method", "Question", "Sheets", "Survey", "Tally", "TextBox"]


class Audience(models.TextChoices):
    GUESTS = "guests", _("whoever came to the meeting")
    PARENTS = "parents", _("parents of the pupils")
    PUPILS = "pupils", _("the pupils")
    STAFF = "staff", _("the teachers and staff")
    PUBLIC = "public", _("the public")


class Survey(Case):
    """Of the unit that asks. happened: its first day, on which all of it counts; due_on: the last day to answer; note:
    words to those who are asked. review: the meeting that it belongs to. least: fewer answers than this are
    told of nowhere by themselves; set when it is opened, for it is promised to whoever answers.
    """

    audience = models.CharField(_("who is asked"), max_length=8, choices=Audience.choices)
    review = models.ForeignKey(
        Ledgered, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("review meeting")
    )
    least = models.PositiveSmallIntegerField(default=0, editable=False)

    EDITED: ClassVar[tuple[str, ...]] = (
        "unit", "title", "happened", "due_on", "note", "audience", "review", "occasion",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (*Case.RELATED, "review", "sheets", "tallies")
    STATES = SurveyState
    MOVES = MOVES
    FIRST = SurveyState.PREPARING

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        """No state: a survey that takes answers waits for those who answer."""
        return ()

    @property
    def answering(self) -> bool:
        return self.state == SurveyState.OPEN

    @property
    def key_question(self) -> Question | None:
        """The one that satisfaction is counted by: the first that says which answers mean satisfied."""
        return next((question for question in self.questions.all() if question.pleased), None)

    @property
    def promised(self) -> int:
        """How many answers there must be before anything is told of them: as promised, or as it would be now."""
        return self.least or int(setting("survey_least"))

    @property
    def ends(self) -> datetime:
        """The moment from which nobody answers any more: the end of its last day."""
        return clock.end_of(self.due_on or self.happened)

    def answers(self) -> int:
        return int(self.sheets.aggregate(n=models.Sum("returned"))["n"] or 0)

    def concerns(self, member: Any) -> bool:
        """Whether the member typed numbers of it: somebody else looks them over and closes it."""
        typed = self.sheets.filter(entered_by=member.token).exists()
        return typed and not is_alone(member, self.unit, self.section)

    def assign(self, values: dict[str, Any]) -> None:
        """Also the occasion, which is that of its meeting."""
        if "review" in values:
            review = values["review"]
            values = {"occasion": review.occasion if review else None} | values
        super().assign(values)

    def obstacle(self, action: str) -> YoujuError | None:
        """Once it has been answered its questions stay as they are."""
        return QuestionsLocked(title=self.title) if action == "take-back" and self.answers() else None

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Raises TooFewAnswers where it would betray who answered."""
        if action == "close" and self.answers() < max(self.least, 1):
            raise TooFewAnswers(title=self.title, least=max(self.least, 1))
        return {}

    def moved(self, action: str, *, actor: Any) -> None:
        """Raises what the verbs of tickets raise."""
        if action == "start":
            self.least = setting("survey_least")
            type(self).objects.filter(pk=self.pk).update(least=self.least)
            ballots_begin(self)
        if action == "put-off":
            tickets_extend(purpose=Purpose.SURVEY, ref=self.ref, expires=self.ends, actor=actor)
        if action in ("close", "cancel"):
            tickets_drop(purpose=Purpose.SURVEY, ref=self.ref, actor=actor)
        if action == "close":
            ballots_merge(self)
        if action == "cancel":
            ballots_clear(self)

    def standing(self) -> tuple[str, ...]:
        return (COUNTED,) if self.state == SurveyState.CLOSED else ()

    def own_items(self, milestone: str) -> list[Item]:
        questions = [
            (f"question/{question.place}", json.dumps(question.values(), ensure_ascii=False, sort_keys=True))
            for question in self.questions.all()
        ]
        sheets = [
            (f"sheets/{row.unit or '*'}/{row.method}", f"{row.issued} {row.returned}") for row in self.sheets.all()
        ]
        chosen: Counter[tuple[int, int]] = Counter()
        for tally in self.tallies.all():
            chosen[tally.question, tally.option] += tally.n
        return [
            ("audience", self.audience),
            ("review", self.review.ref if self.review else None),
            *questions,
            *sheets,
            *((f"answers/{question}/{option}", str(n)) for (question, option), n in sorted(chosen.items())),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """By unit: sheets handed out and answers, by the way they came, and how many were satisfied.

        Units put together count at the unit that asked. Nothing where no question is about satisfaction.
        """
        return tuple(self._facts()) if self.key_question else ()

    def _facts(self) -> Iterator[FactLine]:
        for row in self.sheets.all():
            for measure, n in (("reviews.issued", row.issued), ("reviews.answers", row.returned)):
                if n:
                    yield self._at(row.unit, measure, n, category=row.method)
        for unit, n in self.satisfied_by_unit().items():
            yield self._at(unit, "reviews.satisfied", n)

    def satisfied_by_unit(self) -> dict[str, int]:
        """How many chose what means satisfied at the question that counts, by the unit's code."""
        question = self.key_question
        found: Counter[str] = Counter()
        for tally in self.tallies.all():
            if question and tally.question == question.place and tally.option in question.pleased:
                found[tally.unit] += tally.n
        return dict(found)

    def _at(self, unit: str, measure: str, quantity: int, **dimensions: str) -> FactLine:
        return self.fact(measure, quantity, **dimensions)._replace(unit=unit or self.unit.code)
