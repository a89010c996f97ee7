"""Study reports (学习报告): who of a unit wrote what. Each writer is named, so that one who wrote nothing is seen."""

from collections import Counter
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from youju.ledger.facts import FactLine
from youju.lib.batches import batches
from youju.orgs.people import Person, survivors
from youju.phrases import side_by_side
from youju.records.counting.measures import load_measures
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.heads.minors import unit_of_minors
from youju.records.heads.record import Record
from youju.records.heads.states import State
from youju.records.study.report.errors import WrittenTwice

MEASURES = load_measures(Path(__file__).parent)
# Of what is still being written nobody is sure.
_TOLD = (State.FILED, State.SUBMITTED, State.CHECKED, State.VERIFIED)
_SHOWN = 5


class ReportSort(models.TextChoices):
    """The categories under which texts are counted; the same codes stand in measures.toml."""

    REPORT = "report", _("study report")
    REFLECTION = "reflection", _("reflections")
    RESEARCH = "research", _("report of an inquiry")
    ESSAY = "essay", _("essay on theory")


class Reports(Record):
    """``happened`` is the day on which the texts were handed in; they count in its year."""

    EDITED: ClassVar[tuple[str, ...]] = Record.EDITED

    class Meta:
        verbose_name = _("study reports")
        verbose_name_plural = _("study reports")

    def ready(self) -> None:
        """Raises WrittenTwice where another record of the year tells the same text of the same writer, also
        where the writer stands in it under an entry that was merged.
        """
        own = {(row.person_id, row.name) for row in self.writings.all()}
        told = Writing.objects.filter(record__happened__year=self.happened.year, record__state__in=_TOLD)
        # Many write under the same few names: of theirs only what tells them apart is read.
        alike = [
            row for names in batches({name for _person, name in own})
            for row in told.filter(name__in=names).exclude(record=self).values_list("pk", "person", "name")
        ]  # fmt: skip
        kept_as = survivors({person for person, _name in own} | {person for _pk, person, _name in alike})
        texts = {(kept_as[person], name) for person, name in own}
        found = [pk for pk, person, name in alike if (kept_as[person], name) in texts]
        if found:
            rows = Writing.objects.filter(pk__in=found[:_SHOWN]).select_related("person", "record")
            raise WrittenTwice(title=self.title, texts=side_by_side(map(_sentence, rows)))

    def save_parts(self, values: dict[str, Any]) -> None:
        """A correction of what is verified is held to the same. Raises WrittenTwice."""
        super().save_parts(values)
        if self.state == State.VERIFIED:
            self.ready()

    def own_items(self) -> list[Item]:
        return []

    def own_facts(self) -> tuple[FactLine, ...]:
        """Each text by its writer's token; those of pupils by number."""
        rows = list(self.writings.all())
        named = Counter(row.person.token for row in rows if not row.person.is_minor(self.happened))
        pupils = len(rows) - named.total()
        return (
            *(self.fact("study_reports.written", count, category=self.sort, subject=token)
              for token, count in named.items()),
            *([self._of_pupils(pupils)] if pupils else []),
        )  # fmt: skip

    def _of_pupils(self, count: int) -> FactLine:
        fact = self.fact("study_reports.written", count, category=self.sort)
        return fact._replace(unit=unit_of_minors(self.unit, count, self.happened))


class Writing(Line):
    """One text of one writer."""

    record = models.ForeignKey(Reports, models.CASCADE, related_name="writings")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("writer"))
    name = models.CharField(_("title of the text"), max_length=120)

    COLUMNS: ClassVar[tuple[str, ...]] = ("person", "name")
    KEY: ClassVar[tuple[str, ...]] = ("person", "name")

    class Meta(Line.Meta):
        verbose_name = pgettext_lazy("study report", "text")
        verbose_name_plural = _("texts")
        # Each text is looked up among all of the year as it is handed in and verified.
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["name", "person"], name="writings_by_name")]


def _sentence(row: Writing) -> str:
    said = {"person": row.person, "name": row.name, "title": row.record.title, "ref": row.record.ref}
    return _text("%(person)s, “%(name)s”, by “%(title)s” (%(ref)s)") % said
