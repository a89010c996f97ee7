"""Declaring an occasion and writing it otherwise: name and days, more names, its end."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField, LineField
from youju.desk.occasions.occasion_list import find_occasion, may_declare
from youju.desk.scope import member_of
from youju.errors import NotAllowed, NotFound
from youju.lib.name_codes import code_of
from youju.orgs.members import Member
from youju.orgs.tree import home_unit
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.verbs.occasion_verbs import (
    occasion_alias_add,
    occasion_alias_drop,
    occasion_change,
    occasion_open,
)


class NameForm(forms.Form):
    name = LineField(label=gettext_lazy("name"), max_length=80)
    begins = DayField(label=gettext_lazy("begins"), required=False)
    ends = DayField(
        label=gettext_lazy("ends"), required=False, help_text=gettext_lazy("Last day; empty while it goes on.")
    )


class OpenForm(NameForm):
    sort = forms.ChoiceField(label=gettext_lazy("sort"), choices=OccasionSort.choices)
    aliases = forms.CharField(
        label=gettext_lazy("other names"), required=False, max_length=800, widget=forms.Textarea({"rows": 2}),
        help_text=gettext_lazy("One a line, as people write them in texts."),
    )  # fmt: skip
    code = LineField(
        label=gettext_lazy("code"), max_length=60, required=False,
        help_text=gettext_lazy(
            "Small letters, digits and hyphens, no name of a person. Empty: made from the name's pinyin."
        ),
    )  # fmt: skip
    field_order = ("sort", "name", "aliases", "begins", "ends", "code")

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not values.get("code") and values.get("name"):
            taken = set(Occasion.objects.values_list("code", flat=True))
            values["code"] = code_of(values["name"], taken, longest=50)
        return values

    def clean_aliases(self) -> list[str]:
        return [line for line in self.cleaned_data["aliases"].splitlines() if line.strip()]


class AliasForm(forms.Form):
    name = LineField(label=gettext_lazy("another name"), max_length=80)


class AliasDropForm(forms.Form):
    name = forms.ChoiceField(label=gettext_lazy("another name"))

    def __init__(self, *args: Any, occasion: Occasion, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = occasion.aliases.order_by("name").values_list("name", "name")
        self.fields["name"].choices = list(names)  # type: ignore[attr-defined]  # a ChoiceField


@require_http_methods(["GET", "HEAD", "POST"])
def occasion_new(request: HttpRequest) -> HttpResponse:
    """Declare an occasion of the bureau."""
    member = _declarer(request)

    def act(values: Values) -> Done:
        occasion = occasion_open(unit=home_unit(), actor=member, **values)
        return Done(_("“%s” is declared.") % occasion, reverse("occasion", args=[occasion.code]))

    form, back = OpenForm(request.POST or None), reverse("occasions")
    told = [_("Records of all units can name it; texts that say one of its names mean it.")]
    return change_page(
        request, Change(_("New occasion"), form, act, lambda values: told, back, _("Occasions"), _("Declare it"))
    )


@require_http_methods(["GET", "HEAD", "POST"])
def occasion_change_page(request: HttpRequest, code: str, action: str) -> HttpResponse:
    """Name and days (``rename``), one more name (``alias``), one less (``alias-drop``)."""
    member = _declarer(request)
    changes = {"rename": _rename, "alias": _alias, "alias-drop": _alias_drop}
    if action not in changes:
        raise NotFound()
    return change_page(request, changes[action](request, find_occasion(code), member))


def _declarer(request: HttpRequest) -> Member:
    member = member_of(request)
    if not may_declare(member):
        raise NotAllowed()
    return member


def _rename(request: HttpRequest, occasion: Occasion, member: Member) -> Change:
    old = occasion.name

    def act(values: Values) -> Done:
        occasion_change(occasion=occasion, actor=member, **values)
        return Done(_("“%s” is changed.") % occasion, _page(occasion))

    def foretell(values: Values) -> list[str]:
        said = []
        if values["name"] != old:
            words = {"old": old, "name": values["name"]}
            said.append(_("“%(old)s” is called “%(name)s”; the old name goes on finding it.") % words)
        if values["ends"]:
            said.append(_("It ends on %s; what records say of it stays.") % date_format(values["ends"], "DATE_FORMAT"))
        return said

    first = {"name": old, "begins": occasion.begins, "ends": occasion.ends}
    form = NameForm(request.POST or None, initial=first)
    return Change(_("Name and days: %s") % old, form, act, foretell, _page(occasion), old, _("Save"))


def _alias(request: HttpRequest, occasion: Occasion, member: Member) -> Change:
    def act(values: Values) -> Done:
        occasion_alias_add(occasion=occasion, names=[values["name"]], actor=member)
        return Done(_("“%s” is changed.") % occasion, _page(occasion))

    def foretell(values: Values) -> list[str]:
        return [_("Texts that say “%(name)s” mean “%(occasion)s”.") % {"name": values["name"], "occasion": occasion}]

    form = AliasForm(request.POST or None)
    return Change(
        _("Add another name: %s") % occasion, form, act, foretell, _page(occasion), str(occasion), _("Add another name")
    )


def _alias_drop(request: HttpRequest, occasion: Occasion, member: Member) -> Change:
    def act(values: Values) -> Done:
        occasion_alias_drop(occasion=occasion, name=values["name"], actor=member)
        return Done(_("“%s” is changed.") % occasion, _page(occasion))

    def foretell(values: Values) -> list[str]:
        words = {"name": values["name"], "occasion": occasion}
        return [_("Texts that say “%(name)s” no longer mean “%(occasion)s”.") % words]

    form = AliasDropForm(request.POST or None, occasion=occasion)
    heading, button = _("Take another name away: %s") % occasion, _("Take another name away")
    return Change(heading, form, act, foretell, _page(occasion), str(occasion), button)


def _page(occasion: Occasion) -> str:
    return reverse("occasion", args=[occasion.code])
