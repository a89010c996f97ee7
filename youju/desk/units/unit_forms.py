"""What changes of units ask."""

from typing import Any

from django import forms
from django.db.models import Case, QuerySet, When
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import LineField, MonthField, NameField, this_month_text
from youju.desk.units.unit_words import units_above, units_to_merge_into
from youju.lib.name_codes import code_of
from youju.orgs.keeping import managed_units
from youju.orgs.members import Member
from youju.orgs.units import Unit, UnitKind
from youju.records.forms.choosing import let_choose

_WIDE_FIRST = (UnitKind.COUNTY, UnitKind.TOWN, UnitKind.OFFICE, UnitKind.SCHOOL)
_NEW_KINDS = (UnitKind.SCHOOL, UnitKind.TOWN, UnitKind.OFFICE)
_SINCE = _("The first month in which it holds. Changes of units begin on the first of a month.")


def reason_field() -> LineField:
    return LineField(
        label=_("reason"), max_length=200, required=False, help_text=_("Needed where the month is over; without names.")
    )


def month_field(help_text: str | Promise = _SINCE) -> MonthField:
    return MonthField(label=_("from the month"), help_text=help_text, initial=this_month_text)


class RenameForm(forms.Form):
    name = NameField(label=_("full name"), max_length=80)
    short_name = NameField(label=_("short name"), max_length=40, required=False)
    month = month_field(_("This month or an earlier one: a name is not changed ahead. It holds from the first of it."))
    reason = reason_field()

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(name=unit.name, short_name=unit.short_name)


class AliasForm(forms.Form):
    name = LineField(
        label=_("another name"), max_length=80, help_text=_("As people write it in texts: 青山小学, 青小.")
    )

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class AliasDropForm(forms.Form):
    name = forms.ChoiceField(label=_("another name"))

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = unit.aliases.filter(since=None, until=None).values_list("name", "name")
        self.fields["name"].choices = list(names)  # type: ignore[attr-defined]  # a ChoiceField


class MoveForm(forms.Form):
    parent = forms.ModelChoiceField(label=_("new unit above"), queryset=Unit.objects.none())
    month = month_field()
    reason = reason_field()

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        above = managed(actor).filter(code__in=units_above(unit.kind)).exclude(pk=unit.pk)
        let_choose(self, "parent", above)


class ReopenForm(MoveForm):
    parent = forms.ModelChoiceField(label=_("unit above"), queryset=Unit.objects.none())


class MergeForm(forms.Form):
    into = forms.ModelChoiceField(label=_("into"), queryset=Unit.objects.none())
    month = month_field()
    reason = reason_field()

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        into = managed(actor).filter(code__in=units_to_merge_into(unit))
        let_choose(self, "into", into)


class CloseForm(forms.Form):
    month = month_field()
    reason = reason_field()

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["month"].help_text = _("The first month in which it is no more.")


class SwitchForm(forms.Form):
    checks = forms.BooleanField(
        label=_("checks before handing in"), required=False,
        help_text=_("A reviewer of the unit checks each record before the bureau has it to verify."),
    )  # fmt: skip
    single_post = forms.BooleanField(
        label=_("one-person office"), required=False,
        help_text=_("One member may verify what the same member recorded. It counts, marked as self-verified."),
    )  # fmt: skip

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.update(checks=unit.checks, single_post=unit.single_post)


class NewUnitForm(forms.Form):
    kind = forms.ChoiceField(label=_("kind of unit"), choices=[(kind.value, kind.label) for kind in _NEW_KINDS])
    name = NameField(label=_("full name"), max_length=80)
    short_name = NameField(label=_("short name"), max_length=40, required=False)
    aliases = forms.CharField(
        label=_("other names"), required=False, max_length=400, widget=forms.Textarea({"rows": 2}),
        help_text=_("One a line, as people write them in texts."),
    )  # fmt: skip
    parent = forms.ModelChoiceField(label=_("unit above"), queryset=Unit.objects.none())
    code = LineField(label=_("code"), max_length=40, required=False)
    month = month_field()
    reason = reason_field()

    def __init__(self, *args: Any, actor: Member, front: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = managed(actor).filter(code__in=units_above(UnitKind.SCHOOL)).exclude(kind=UnitKind.OFFICE)
        let_choose(self, "parent", units)
        self.front = front
        self.fields["code"].help_text = _(
            "Begins with %(front)s; small letters and digits. It stays for ever. Empty: made from the name's pinyin."
        ) % {"front": front}

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("code") and values.get("name"):
            taken = set(Unit.objects.values_list("code", flat=True))
            values["code"] = code_of(values["short_name"] or values["name"], taken, front=self.front)
        return values

    def clean_aliases(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.cleaned_data["aliases"].splitlines())
        return tuple(dict.fromkeys(line for line in lines if line))


def managed(actor: Member) -> QuerySet[Unit]:
    """The units that a member may change, the wide ones first: county, towns, and then offices and schools."""
    width = Case(*(When(kind=kind, then=place) for place, kind in enumerate(_WIDE_FIRST)), default=len(_WIDE_FIRST))
    return Unit.objects.filter(pk__in=managed_units(actor)).order_by(width, "code")
