"""The form of a study session: the group's list of that day is drawn, and everybody on it is marked."""

from typing import Any, ClassVar, NamedTuple

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.orgs.groups import Group, GroupSort
from youju.orgs.people import Person, posts_in
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import WholeField
from youju.records.forms.record_form import RecordForm
from youju.records.study.session.attendance import Mark
from youju.records.study.session.marks_field import ALL, MarksField, typed_marks
from youju.records.study.session.models import StudySession, StudySort

# The sort of study that a group's own sessions are; a lecture may be held for any.
_SORTS = {
    GroupSort.LEADING_GROUP: StudySort.CENTER_GROUP,
    GroupSort.BRANCH: StudySort.BRANCH,
    GroupSort.STAFF: StudySort.STAFF,
}


class RosterRow(NamedTuple):
    """One person of the list in which attendance is marked; wrong: a leave without its reason."""

    pk: int
    name: str
    post: str
    mark: str
    reason: str
    wrong: bool


_NO_GROUP = _("The unit has no group yet. Found one first under Units and people.")


class StudyForm(RecordForm):
    instance: StudySession

    MORE: ClassVar[tuple[str, ...]] = ("speaker", *RecordForm.MORE)
    REDRAWS: ClassVar[tuple[str, ...]] = ("unit", "group", *RecordForm.REDRAWS)
    DRAWN: ClassVar[dict[str, str]] = {"marks": "session/roster.html"}
    FOLLOWS: ClassVar[dict[str, tuple[str, ...]]] = {"group": ("unit", "happened")}
    MARKS: ClassVar[type[Mark]] = Mark

    sort = forms.ChoiceField(label=_("sort of study"))
    guests = WholeField(
        label=_("guests"),
        help_text=_("Who came without being on the list: counted apart."),
        min_value=0,
        max_value=9999,
        required=False,
    )
    marks = MarksField(label=_("attendance"), required=False)

    class Meta(RecordForm.Meta):
        model = StudySession
        fields = [
            "sort",
            "group",
            *RecordForm.Meta.fields[:2],
            "topic",
            "guests",
            "speaker",
            *RecordForm.Meta.fields[2:],
        ]
        labels = {"happened": _("day of the session")}

    field_order = ("unit", "group", "sort", "title", "happened", "topic", "marks", "guests")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer("sort", StudySort.choices)
        let_choose(self, "group", self._groups(), none=_NO_GROUP)
        if not self.is_bound:
            self._follow_group()
        if self.instance.pk is not None:
            self.initial.setdefault("marks", self.instance.parts()["marks"])
        group = self.chosen("group")
        marks = self.fields["marks"]
        marks.roster = self.instance.roster(group, self._day()) if group else None  # type: ignore[attr-defined]  # a MarksField

    def rows(self) -> list[RosterRow]:
        """Everybody on the group's list of the day, with what is marked so far."""
        typed, unit = typed_marks(self["marks"].value()), self.chosen("unit")
        posts = posts_in(unit, self._day()) if unit else {}
        return [
            self._row(person, posts.get(person.pk, ""), *typed.get(str(person.pk), ("", "")))
            for person in self._roster()
        ]

    def all_came(self) -> bool:
        """Whether it is ticked that whoever has no mark of their own came."""
        return bool(typed_marks(self["marks"].value()).get(ALL, ("", ""))[0])

    def unit_code(self) -> str:
        """The code of the chosen unit, for the way to its groups; empty where none is chosen."""
        unit = self.chosen("unit")
        return unit.code if unit else ""

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        group, sort = values.get("group"), values.get("sort")
        if group and sort and sort not in (StudySort.LECTURE, _sort_of(group)):
            self.add_error("sort", _("“%(group)s” is another sort of group. Choose its own study, or a lecture.") % {
                "group": group,
            })  # fmt: skip
        return values

    def _row(self, person: Person, post: str, mark: str, reason: str) -> RosterRow:
        wrong = self.is_bound and mark == Mark.LEAVE and not reason.strip()
        return RosterRow(person.pk, str(person), post, mark, reason, wrong)

    def _roster(self) -> list[Person]:
        return list(self.fields["marks"].roster or ())  # type: ignore[attr-defined]  # a MarksField

    def _day(self) -> Any:
        return self.chosen("happened") or clock.today()

    def _groups(self) -> "QuerySet[Group]":
        """The chosen unit's groups of that day, and the one that the record names already."""
        unit = self.chosen("unit")
        groups = Group.objects.filter(unit=unit).open_on(self._day()) if unit else Group.objects.none()
        if self.instance.pk is not None and unit in (None, self.instance.unit):
            groups = groups | Group.objects.filter(pk=self.instance.group_id)
        return groups

    def _follow_group(self) -> None:
        """Choose the group where there is but one of the sort, and the sort that is the group's own."""
        group, sort = self._at_first("group"), self._at_first("sort")
        if group is None:
            fitting = [each for each in self._groups() if sort in ("", None, StudySort.LECTURE, _sort_of(each))]
            group = fitting[0] if len(fitting) == 1 else None
            self.initial["group"] = group.pk if group else None
        if group and sort != StudySort.LECTURE:
            self.initial["sort"] = _sort_of(group)

    def _at_first(self, name: str) -> Any:
        """A field's initial value; asked of the bound field it could not be changed any more."""
        try:
            return self.fields[name].clean(self.initial.get(name))
        except ValidationError:
            return None


def _sort_of(group: Group) -> str:
    return _SORTS.get(GroupSort(group.sort), StudySort.LECTURE)
