"""The form of expected writers: the group of the day is drawn; whoever owes nothing this year is given a reason."""

from datetime import date
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _text
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.groups import Group, GroupSort
from youju.orgs.people import Person
from youju.phrases import enumerated
from youju.records.forms.choosing import let_choose
from youju.records.forms.person_field import TEXT, PersonField
from youju.records.forms.record_form import RecordForm
from youju.records.forms.rows.field import RowsField
from youju.records.heads.lines import Values
from youju.records.study.writers.errors import ListedTwice
from youju.records.study.writers.models import Expected, Writers, other_list, roster_rows

# The groups whose members lead a unit.
_LEADING = (GroupSort.LEADERS, GroupSort.LEADING_GROUP)


class WritersForm(RecordForm):
    instance: Writers

    NEVER: ClassVar[tuple[str, ...]] = ("happened_until", "partners")
    REDRAWS: ClassVar[tuple[str, ...]] = ("unit", "group", *RecordForm.REDRAWS)
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {
        "group": ("unit", "happened"),
        "expected": ("unit", "happened", "group"),
    }

    expected = RowsField(
        Expected,
        label=_("leading members"),
        row=_("leading member"),
        columns={"person": PersonField(label=_("person"))},
        spare=1,
        help_text=_("The group's list of the day: nobody can be left out. Give a reason where somebody owes nothing."),
    )

    class Meta(RecordForm.Meta):
        model = Writers
        fields = ["group", *RecordForm.Meta.fields]
        labels = {"happened": _("list of which day")}
        help_texts = {"group": _("A leading group of the unit, kept under 单位与人员.")}

    field_order = ("unit", "group", "title", "happened", "expected")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "group", self._groups())
        if not self.is_bound:
            self._choose_group()
        group = self.chosen("group")
        self._roster = list(group.on(self._day())) if group else []
        kept = [*roster_rows(self._roster), *(self.instance.parts()["expected"] if self.instance.pk else [])]
        rows = self.fields["expected"]
        assert isinstance(rows, RowsField)
        rows.follow(self, kept)
        if not self.is_bound and self._roster:
            self.initial["expected"] = self._drawn(self.initial.get("expected") or [])

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        rows: list[Values] | None = values.get("expected")
        if rows is not None and self._roster:
            values["expected"] = rows or roster_rows(self._roster)
            self._refuse_others({row["person"].pk: str(row["person"]) for row in values["expected"]})
        self._refuse_second(values.get("group"), values.get("happened"))
        return values

    def _refuse_second(self, group: Group | None, day: date | None) -> None:
        """One record a group and year: told where the group is chosen, before anything is written."""
        if group and day and (other := other_list(group, day.year, but=self.instance.pk)):
            self.add_error("group", str(ListedTwice(group=group, year=day.year, other=other.title, ref=other.ref)))

    def _refuse_others(self, named: dict[int, str]) -> None:
        there = {person.pk: str(person) for person in self._roster}
        for sentence, apart in (
            (_text("Nobody can be left out: %(names)s."), there.keys() - named.keys()),
            (_text("Not in the group on that day: %(names)s."), named.keys() - there.keys()),
        ):
            if apart:
                names = enumerated(sorted((named | there)[pk] for pk in apart))
                self.add_error("expected", sentence % {"names": names})

    def _drawn(self, rows: list[Any]) -> list[Values]:
        """The group's list of the day, with the reasons that stand in ``rows``, as they are kept or were typed."""
        reasons = {_name(row["person"]): row["exempt"] for row in rows}
        return [row | {"exempt": reasons.get(str(row["person"]), "")} for row in roster_rows(self._roster)]

    def _day(self) -> date:
        return self.chosen("happened") or clock.today()

    def _groups(self) -> "QuerySet[Group]":
        """The leading groups of the chosen unit on that day, and the one that the record names already."""
        unit = self.chosen("unit")
        groups = Group.objects.filter(unit=unit, sort__in=_LEADING).open_on(self._day())
        kept = Group.objects.filter(pk=self.instance.group_id) if self.instance.pk is not None else None
        return groups if kept is None else groups | kept

    def _choose_group(self) -> None:
        """Choose it where there is but one, and name the record after the year."""
        groups = self._groups()
        if self.initial.get("group") in (None, "") and len(groups[:2]) == 1:
            self.initial["group"] = groups[0].pk
        if not self.initial.get("title"):
            self.initial["title"] = _text("Expected writers of study reports, %(year)d") % {"year": self._year()}

    def _year(self) -> int:
        """Of the day that is going to be asked; a bound field could not be changed any more."""
        try:
            day = self.fields["happened"].clean(self.initial.get("happened"))
        except ValidationError:
            day = None
        return (day or clock.today()).year


def _name(person: Any) -> str:
    return str(person) if isinstance(person, Person) else str((person or {}).get(TEXT, ""))
