"""How far a selection has come, unit by unit, and everything of it as rows for a workbook."""

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.lib.sheets import Scalar
from youju.orgs.units import Unit
from youju.records.heads.attachments import attachments_of
from youju.records.honours.nomination.exporting import Named
from youju.records.honours.nomination.models import Nomination, Score
from youju.records.honours.round.models import Round
from youju.records.honours.round.nominating import TAKING, NominationState
from youju.records.notices.models import Objection
from youju.records.notices.passing import notices_of

Row = list[Scalar]


class Progress(NamedTuple):
    """One unit's part. counts: of its nominations, by state."""

    unit: Unit
    base: int
    places: int
    counts: Counter[str]

    @property
    def nominated(self) -> int:
        return sum(self.counts[state] for state in TAKING)

    @property
    def left(self) -> int:
        return max(self.places - self.nominated, 0)

    @property
    def in_review(self) -> int:
        return self.counts[NominationState.HANDED] + self.counts[NominationState.PASSED]

    @property
    def sent_back(self) -> int:
        return self.counts[NominationState.SENT_BACK]

    @property
    def accepted(self) -> int:
        return self.counts[NominationState.ACCEPTED]


def progress(round: Round, units: Container[int] | None = None) -> list[Progress]:
    """Each unit with a place, in the order of the quotas. units: the ids of those to show, all where None."""
    counts: dict[int, Counter[str]] = {}
    for unit, state in round.nominations.values_list("unit", "state"):
        counts.setdefault(unit, Counter())[state] += 1
    return [
        Progress(quota.unit, quota.base, quota.places, counts.get(quota.unit_id, Counter()))
        for quota in round.quotas.select_related("unit")
        if units is None or quota.unit_id in units
    ]


def progress_rows(round: Round, units: Container[int] | None = None) -> Iterator[Row]:
    for row in progress(round, units):
        yield [
            str(row.unit), row.base, row.places, row.nominated, row.left, row.in_review, row.sent_back, row.accepted,
        ]  # fmt: skip


def nomination_rows(round: Round, units: Container[int] | None = None) -> Iterator[Row]:
    """Every nomination, whatever became of it; those under age with a masked name, as everywhere.

    units: the ids of those to show, without points, which are not theirs to see; all where None.
    """
    for each in _nominations(round):
        if units is None:
            yield [each.ref, str(each.unit), each.who, each.state_label, _points(each), each.scored_by, each.note]
        elif each.unit_id in units:
            yield [each.ref, str(each.unit), each.who, each.state_label, each.note]


def score_rows(round: Round) -> Iterator[Row]:
    """The single scores while they are kept, criterion by criterion; then who stood aside from whom."""
    scores = Score.objects.filter(panelist__round=round, panelist__handed_in__isnull=False)
    texts = [criterion.text for criterion in round.criteria.all()]
    for score in scores.select_related("panelist", "nomination__person", "nomination__unit").order_by("pk"):
        for text, points in zip(texts, score.points, strict=True):
            yield [str(score.panelist), str(score.nomination.unit), score.nomination.who, text, points]
    accepted = [each for each in _nominations(round) if each.state == NominationState.ACCEPTED]
    for panelist in round.panelists.all():
        for each in filter(panelist.stands_aside, accepted):
            yield [str(panelist), str(each.unit), each.who, _("stood aside"), None]


def list_rows(round: Round) -> Iterator[Row]:
    """Who is on the list, by rank, with the number of the certificate."""
    for place, each in enumerate(round.nominations_listed(), 1):
        yield [place, each.who, str(each.unit), str(round.award), _points(each), each.number_text]


def recommended_rows(round: Round, named: Mapping[str, Named]) -> Iterator[Row]:
    """Who is on the list as the next level needs them. named: by the nomination's reference."""
    for place, each in enumerate(round.nominations_listed(), 1):
        name = named[each.ref]
        yield [
            place, name.name, str(each.unit), str(round.award), each.note, _points(each), each.number_text,
            name.allowed_by,
        ]  # fmt: skip


def file_rows(round: Round, named: Mapping[str, Named] | None = None) -> Iterator[Row]:
    """The files of those on the list: what goes along with a recommendation, each told by its SHA-256.

    named: by the nomination's reference, for a file in which they are named as there.
    """
    listed = round.nominations_listed()
    attached = attachments_of(each.ref for each in listed)
    for each in listed:
        for attachment in attached[each.ref]:
            who = named[each.ref].name if named else each.who
            yield [who, str(each.unit), attachment.name, attachment.content]


def notice_rows(round: Round) -> Iterator[Row]:
    for notice in reversed(notices_of(round.ref)):
        yield [str(notice), clock.day_of(notice.began), notice.end, notice.where, str(notice.state_today.label)]


def objection_rows(round: Round) -> Iterator[Row]:
    """What was objected and answered, without who objected."""
    for each in Objection.objects.filter(notice__ref=round.ref).select_related("notice"):
        yield [str(each.notice), clock.day_of(each.at), each.text, str(each.get_outcome_display()), each.answer]


def _points(nomination: Nomination) -> float | None:
    """The mean of the sheets; None where nobody scored."""
    return nomination.points / 100 if nomination.scored_by else None


def _nominations(round: Round) -> Iterator[Nomination]:
    rows = Nomination.objects.filter(selection=round).select_related("unit", "person", "selection__award")
    return iter(rows.order_by("unit__code", "pk"))
