"""The two forms that every kind of case starts from: one opens it, one asks what a move needs."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.lib import clock
from youju.lib.periods import YEARS
from youju.lib.text import visible
from youju.orgs.members import Member
from youju.orgs.units import Unit
from youju.phrases import bracketed
from youju.records.forms.asking import Asking
from youju.records.forms.choosing import let_choose
from youju.records.forms.form_fields import invite, tolerant_field
from youju.records.forms.register_field import offer_rows
from youju.records.heads.case import Case, Move
from youju.records.heads.ledgered import Ledgered
from youju.records.rights import workers

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _ModelForm = forms.ModelForm[Case]
    _MemberField = forms.ModelChoiceField[Member]
else:
    _ModelForm = forms.ModelForm
    _MemberField = forms.ModelChoiceField


class OwnerField(_MemberField):
    """Members by name, with the unit they work in: two may bear one name."""

    def label_from_instance(self, member: Member) -> str:
        return bracketed(member, member.unit)


class CaseForm(Asking, _ModelForm):
    """Days that make sense, texts without what nobody sees."""

    class Meta:
        formfield_callback = tolerant_field

    owner = OwnerField(label=_("in charge"), queryset=Member.objects.none())

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer_rows(self, self.instance.happened or clock.today())
        for field in self.fields.values():
            invite(field)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        values |= {name: visible(value) for name, value in values.items() if isinstance(value, str)}
        for name, day in list(values.items()):  # add_error takes the value out
            if isinstance(self.fields[name], forms.DateField) and day and day.year not in YEARS:
                self.add_error(name, _("The year %(year)04d cannot be right.") % {"year": day.year})
        return values

    def offer_owners(self, unit_id: int | None = None) -> None:
        """Let those be chosen who work for the unit, or reach it; without a unit, whoever has work in hand."""
        let_choose(self, "owner", workers(unit_id).select_related("unit"))


class OpenForm(CaseForm):
    """actor: who opens it. source: what it comes from, if anything. section: the one it will belong to.

    MORE: fields that most leave empty; the page folds them.
    """

    MORE: ClassVar[tuple[str, ...]] = ()

    def __init__(
        self, *args: Any, actor: Member, source: Ledgered | None = None, section: str = "", **kwargs: Any
    ) -> None:
        self.actor, self.source, self.section = actor, source, section
        self._given = frozenset(kwargs.get("initial") or ())
        super().__init__(*args, **kwargs)

    def main_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name not in self.MORE]

    def more_fields(self) -> list[forms.BoundField]:
        return [field for field in self if field.name in self.MORE]

    def more_is_used(self) -> bool:
        """Whether one of the folded fields holds what somebody gave, not what it begins with, or has to be mended."""
        given = self.changed_data if self.is_bound else self._given
        there = self.instance.pk is not None
        return any(field.errors or ((there or field.name in given) and field.value()) for field in self.more_fields())

    def offer_units(self, units: QuerySet[Unit]) -> None:
        """Let one of these be chosen; of one alone the form asks nothing, which is a field less on a telephone."""
        let_choose(self, "unit", units)
        if len(units[:2]) == 1:
            self.initial.setdefault("unit", units[0].pk)
            self.fields["unit"].widget = forms.HiddenInput()


class MoveForm(CaseForm):
    """Only the fields that the move asks, and a reason."""

    reason = forms.CharField(label=_("reason"), required=False, max_length=400, widget=forms.Textarea({"rows": 2}))

    def __init__(self, *args: Any, move: Move, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.actor = actor
        for name in set(self.fields) - {*move.asks, "reason"}:
            del self.fields[name]
        self.fields["reason"] = self.fields.pop("reason")  # why comes after what, above the button
        if "owner" in self.fields:
            self.offer_owners(self.instance.unit_id)
        if move.reason:
            self.fields["reason"].required = True
        else:
            self.fields["reason"].label = _("remark")
