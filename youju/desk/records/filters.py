"""What a list of records can be narrowed and put in order by: the section's list and the queue ask the same."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, ClassVar

from django import forms
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from youju.desk.scope import units_for
from youju.indicators.years import years_with_facts
from youju.lib import clock
from youju.lib.naturals import natural
from youju.lib.periods import Period, yyyymm
from youju.orgs.members import Member
from youju.orgs.tree import reach
from youju.orgs.units import Unit
from youju.records.declared.later import in_force
from youju.records.forms.record_form import DateInput
from youju.records.heads.attachments import Attachment, Grade
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import State
from youju.records.kind import Kind, RecordKind
from youju.records.reading.search import words_in

ORDERS = {
    "": ("-happened", "-id"),
    "day": ("happened", "id"),
    "handed-in": ("-submitted_at", "-id"),
    "unit": ("unit__code", "-happened", "-id"),
    "title": ("title", "-happened", "-id"),
}
_FIRST = ("text", "state", "sort", "force", "unit", "year")
# Years without any fact may hold drafts all the same.
_YEARS_BACK = 3
_MARKS = {"late": Q(late=True), "self": Q(self_verified=True), "opening": Q(opening=True)}


class RecordFilter(forms.Form):
    """A value that is no choice narrows to nothing and says so at its field. A unit stands for all below it, too.

    of_kind: the kind whose records are listed, None where there are several.
    """

    ORDER_LABELS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("", _("newest day first")),
        ("day", _("oldest day first")),
        ("handed-in", _("handed in last")),
        ("unit", _("by unit")),
        ("title", _("by title")),
    )
    MARK_LABELS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("late", _("late")),
        ("no-file", _("without a file")),
        ("self", _("self-verified")),
        ("opening", _("opening")),
    )

    FORCE_LABELS: ClassVar[tuple[tuple[str, Any], ...]] = (
        ("now", _("now in force")),
        ("30", _("runs out within 30 days")),
        ("90", _("runs out within 90 days")),
        ("365", _("runs out within a year")),
        ("over", _("no longer in force")),
    )

    text = forms.CharField(label=_("words, reference"), required=False, max_length=60)
    state = forms.ChoiceField(label=_("state"), required=False)
    kind = forms.ChoiceField(label=_("kind"), required=False)
    sort = forms.ChoiceField(required=False)
    unit = forms.ChoiceField(label=_("unit, with all below it"), required=False)
    year = forms.ChoiceField(label=_("year"), required=False)
    month = forms.CharField(
        label=_("month"), required=False, widget=forms.TextInput({"type": "month", "placeholder": "2025-03"})
    )
    since = forms.DateField(label=_("from"), required=False, widget=DateInput())
    until = forms.DateField(label=_("up to"), required=False, widget=DateInput())
    author = forms.CharField(label=_("recorded by"), required=False, max_length=40)
    mark = forms.ChoiceField(label=_("only"), required=False)
    force = forms.ChoiceField(label=_("force"), required=False)
    order = forms.ChoiceField(label=_("order"), required=False)

    def __init__(self, data: Any, member: Member, among: Sequence[Kind]) -> None:
        super().__init__(data)
        self.member, self.among = member, among
        self._offer("state", State.choices)
        self._offer("kind", [(kind.code, kind.label) for kind in among] if len(among) > 1 else [])
        # Sorts are those of one kind: two kinds may have the same codes for different things.
        self.of_kind = _chosen(among, self.data.get("kind"), self.data.get("sort"))
        self._offer("sort", list(self.of_kind.sorts().items()) if self.of_kind else [])
        units = units_for(member, clock.today())
        self._offer("unit", [(unit.code, str(unit)) for unit in units] if len(units) > 1 else [])
        self._offer("year", [(str(year), str(year)) for year in self._years()])
        self._offer("mark", list(self.MARK_LABELS))
        self.lapsing = [kind for kind in among if isinstance(kind, RecordKind) and kind.lapse]
        self._offer("force", list(self.FORCE_LABELS) if self.lapsing else [])
        self.fields["order"].choices = list(self.ORDER_LABELS)  # type: ignore[attr-defined]  # a ChoiceField
        if "sort" in self.fields and self.of_kind:
            self.fields["sort"].label = str(self.of_kind.sort_label)

    def clean_month(self) -> Period | None:
        text = self.cleaned_data["month"]
        try:
            period = Period.parse(text) if text.strip() else None
        except ValueError:
            period = None
        if text.strip() and (period is None or period.kind != "month"):
            raise forms.ValidationError(_("Write a month like 2025-03."))
        return period

    @property
    def used(self) -> bool:
        """Whether anything is narrowed at all."""
        return any(self.data.get(name) for name in self.fields if name != "order")

    @property
    def folded(self) -> bool:
        """Whether none of the fields behind “more” holds anything."""
        return not any(self.data.get(name) for name in ("month", "since", "until", "author", "mark", "order"))

    def first_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in _FIRST]

    def more_fields(self) -> list[forms.BoundField]:
        """The kind is not among them: the list's tabs choose it."""
        return [field for field in self if field.name not in (*_FIRST, "kind")]

    def narrow(self, rows: QuerySet[Ledgered]) -> QuerySet[Ledgered]:
        """The rows that match, in the order asked; none where a filter is wrong."""
        if not self.is_valid():
            return rows.none()
        wanted = {name: value for name, value in self.cleaned_data.items() if value and name != "order"}
        order = ORDERS.get(self.cleaned_data.get("order", ""), ORDERS[""])
        return rows.filter(*(self._condition(name, value) for name, value in wanted.items())).order_by(*order)

    def _condition(self, name: str, value: Any) -> Q:
        if name == "unit":
            top = Unit.objects.get(code=value)
            return Q(unit__in=reach({top.pk}, yyyymm(clock.today())))
        if name == "text":
            return words_in(value, self.among)
        if name == "month":
            return Q(happened__gte=value.first, happened__lte=value.last)
        if name == "force":
            return self._in_force(value)
        if name == "mark":
            return _MARKS.get(value) or ~Q(ref__in=_with_file())
        fields = {
            "year": "happened__year",
            "since": "happened__gte",
            "until": "happened__lte",
            "author": "author__name__icontains",
        }
        return Q(**{fields.get(name, name): value})

    def _in_force(self, value: str) -> Q:
        """By what the kinds say of what is in force: now, for so many days more, or no longer."""
        found = Q(pk__in=())
        for kind in self.lapsing:
            assert kind.lapse is not None
            standing = in_force(kind.model, kind.lapse)
            if (days := natural(value, 4)) is not None:
                standing = standing.filter(due_on__lte=clock.today() + timedelta(days=days))
            verified = Q(kind=kind.code, state=State.VERIFIED)
            among = Q(pk__in=standing.values("pk"))
            found |= verified & (~among if value == "over" else among)
        return found

    def _years(self) -> list[int]:
        today = clock.today().year
        return sorted({*years_with_facts(), *range(today - _YEARS_BACK, today + 1)}, reverse=True)

    def _offer(self, name: str, choices: list[Any]) -> None:
        """What there is to choose; a field without any is not asked."""
        self.fields[name].choices = [("", _("all")), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        if not choices:
            del self.fields[name]


def _chosen(among: Sequence[Kind], code: str | None, sort: str | None) -> Kind | None:
    """The kind that is listed alone: the only one, the one of this code, or the only one that has this sort
    of its own (opening figures have those of all)."""
    if code or len(among) == 1:
        return next((kind for kind in among if len(among) == 1 or kind.code == code), None)
    having = [kind for kind in among if sort and not kind.every and sort in kind.sorts()]
    return having[0] if len(having) == 1 else None


def _with_file() -> QuerySet[Any]:
    return Attachment.objects.filter(grade__in=(Grade.FILE, Grade.THIRD_PARTY)).values("record_ref")
