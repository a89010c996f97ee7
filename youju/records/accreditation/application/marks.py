"""An application's answers as marks, whose score is plain arithmetic: by the unit's own grades, or by the experts'."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from django.db.models import Prefetch

from youju.lib.batches import batches
from youju.records.accreditation.application.answers import Answer, Citation, Material
from youju.records.accreditation.application.scoring import Mark, Score, score
from youju.records.accreditation.checklist.criteria import AGREED, grade_word
from youju.records.accreditation.checklist.models import Checklist, Criterion

# Of so many applications the answers are read at once: each may have some hundred.
_TOGETHER = 100


class Line(NamedTuple):
    """One graded criterion with its answer, if there is one, and what it cites."""

    criterion: Criterion
    answer: Answer | None
    materials: tuple[Material, ...] = ()

    @property
    def is_given(self) -> bool:
        return self.answer is not None and self.answer.is_given

    @property
    def is_graded(self) -> bool:
        return self.answer is not None and bool(self.answer.expert_grade)

    @property
    def own_word(self) -> str:
        return grade_word(self.criterion.sort, self.answer.grade) if self.answer else ""

    @property
    def expert_word(self) -> str:
        return grade_word(self.criterion.sort, self.answer.expert_grade) if self.answer else ""

    @property
    def standing(self) -> list[Material]:
        return [material for material in self.materials if material.stands]

    @property
    def supported(self) -> bool:
        """False where it cites something and nothing of it stands."""
        return not self.materials or bool(self.standing)

    @property
    def lacks_material(self) -> bool:
        """Whether it is said to be met, evidence is asked for, and nothing was ever cited."""
        met = self.answer is not None and self.answer.is_given and not self.answer.not_applicable
        return met and bool(self.criterion.wants) and not self.materials

    def own_mark(self) -> Mark:
        answer = self.answer if self.is_given else None
        share = self.criterion.share(answer.grade) if answer else None
        return self._mark(share, applies=answer is None or not answer.not_applicable)

    def expert_mark(self) -> Mark:
        grade = self.answer.expert_grade if self.answer else ""
        return self._mark(self.criterion.share(grade), applies=grade != AGREED)

    def _mark(self, share: int | None, *, applies: bool) -> Mark:
        return Mark(self.criterion.points, share, self.criterion.sort, applies, self.supported)


class Sheet(NamedTuple):
    """All graded criteria of an application, in order."""

    lines: tuple[Line, ...]

    @property
    def given(self) -> int:
        return sum(line.is_given for line in self.lines)

    @property
    def graded(self) -> int:
        return sum(line.is_graded for line in self.lines)

    def own_score(self) -> Score:
        return score(line.own_mark() for line in self.lines)

    def expert_score(self) -> Score:
        return score(line.expert_mark() for line in self.lines)

    def fallen(self) -> list[Line]:
        """Those whose every support has been voided."""
        return [line for line in self.lines if not line.supported]


def sheet_of(application: int, checklist: Checklist) -> Sheet:
    """Of the application of this id, in five queries."""
    return sheets_of({application: checklist})[application]


def sheets_of(applications: Mapping[int, Checklist]) -> dict[int, Sheet]:
    """Of each application by its id, in five queries and one a checklist."""
    leaves = {checklist.pk: checklist.leaves() for checklist in set(applications.values())}
    answers = answers_of(applications)
    return {
        pk: Sheet(tuple(line_of(criterion, answers.get((pk, criterion.pk))) for criterion in leaves[checklist.pk]))
        for pk, checklist in applications.items()
    }


def answers_of(applications: Iterable[int]) -> dict[tuple[int, int], Answer]:
    """The answers of these applications by application and criterion, with what they cite loaded."""
    cited = Citation.objects.select_related("material__attachment__file", "material__record")
    every = Answer.objects.select_related("criterion").prefetch_related(Prefetch("citations", cited))
    rows = (answer for batch in batches(applications, _TOGETHER) for answer in every.filter(application__in=batch))
    return {(answer.application_id, answer.criterion_id): answer for answer in rows}


def line_of(criterion: Criterion, answer: Answer | None) -> Line:
    """A criterion with an answer and what that cites, which should be loaded."""
    cited = answer.citations.all() if answer else ()
    return Line(criterion, answer, tuple(citation.material for citation in cited))
