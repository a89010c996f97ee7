"""Putting people on a roster: one, or many pasted from a list."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods

from youju.desk.change.change_page import Change, Done, Values, change_page
from youju.desk.change.fields import DayField
from youju.desk.people.people_list import keeper_of
from youju.lib import clock
from youju.lib.text import name_line, one_line
from youju.orgs.keeping import kept_units, persons_kept_by
from youju.orgs.members import Member
from youju.orgs.people import Tenure
from youju.orgs.rosters import person_add
from youju.orgs.tree import standing, this_month
from youju.orgs.units import Unit
from youju.phrases import enumerated
from youju.records.forms.choosing import let_choose

# Each name is looked for among namesakes within one request; whole rosters come by the bureau's workbook.
_MOST = 500
_TOO_MANY = gettext_lazy("At most %(most)d at once: paste the rest afterwards, or read in the workbook of the bureau.")
_WITH_NUMBER = gettext_lazy(
    "There is a number in line %(line)d: write name and post alone. Youju keeps no telephone and card numbers."
)
_LONGEST = 40
_MARK = re.compile(r"[\t,，;；、]")
_NUMBER = re.compile(r"\d{5}")  # of a telephone or a card; a shorter one tells namesakes apart


@dataclass(frozen=True)
class Named:
    name: str
    post: str

    def __str__(self) -> str:
        return f"{self.name} {self.post}".strip()


class PeopleField(forms.CharField):
    """People, one a line: the name, a blank or tab, the post. Cleaned to a list of Named."""

    widget = forms.Textarea({"rows": 8})

    def clean(self, value: Any) -> list[Named]:
        people = [_named(line) for line in super().clean(value).splitlines() if one_line(line)]
        if len(people) > _MOST:
            raise ValidationError(_TOO_MANY % {"most": _MOST})
        for place, person in enumerate(people, 1):
            if len(person.name) > _LONGEST or len(person.post) > _LONGEST:
                raise ValidationError(_("Line %(line)d is too long: a name and a post.") % {"line": place})
            if _NUMBER.search(f"{person.name} {person.post}"):
                raise ValidationError(_WITH_NUMBER % {"line": place})
        if not people:
            raise ValidationError(_("Give a name."))
        return people


class PeopleForm(forms.Form):
    unit = forms.ModelChoiceField(label=gettext_lazy("unit"), queryset=Unit.objects.none())
    people = PeopleField(
        label=gettext_lazy("people"),
        help_text=gettext_lazy(
            "One a line: the name, a blank, the post. Two columns pasted from a table are fine too."
        ),
    )
    since = DayField(
        label=gettext_lazy("since"), required=False, help_text=gettext_lazy("First day; empty: from always.")
    )
    minor_until = DayField(
        label=gettext_lazy("under age until"), required=False,
        help_text=gettext_lazy("For pupils only: the last day before they are of age. Their names are masked."),
    )  # fmt: skip

    def __init__(self, *args: Any, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = units_of_keeper(actor)
        let_choose(self, "unit", units)
        if len(units[:2]) == 1:
            self.initial.setdefault("unit", units[0].pk)
            self.fields["unit"].widget = forms.HiddenInput()


def units_of_keeper(member: Member) -> QuerySet[Unit]:
    """The open units whose rosters a member keeps."""
    return Unit.objects.filter(pk__in=kept_units(member), code__in=standing(this_month())).order_by("kind", "code")


@require_http_methods(["GET", "HEAD", "POST"])
def people_new(request: HttpRequest) -> HttpResponse:
    """Put people on a unit's roster."""
    member = keeper_of(request)
    unit = Unit.objects.filter(code=request.GET.get("unit", ""), pk__in=kept_units(member)).first()
    first = {"unit": unit.pk} if unit else {}

    def act(values: Values) -> Done:
        for named in values["people"]:
            person_add(
                name=named.name, post=named.post, unit=values["unit"], since=values["since"],
                minor_until=values["minor_until"], actor=member,
            )  # fmt: skip
        count = len(values["people"])
        said = ngettext("%(count)d person is on the roster.", "%(count)d people are on the roster.", count)
        return Done(said % {"count": count}, f"{reverse('people')}?unit={values['unit'].code}")

    change = Change(
        heading=_("New on the roster"),
        form=PeopleForm(request.POST or None, actor=member, initial=first),
        act=act,
        foretell=lambda values: list(_told(values, member)),
        back=reverse("people"),
        place=_("People"),
        button=_("Put on the roster"),
    )
    return change_page(request, change)


def _told(values: Values, member: Member) -> Iterator[str]:
    count, unit, since = len(values["people"]), values["unit"], values["since"]
    words = {"count": count, "unit": unit, "day": date_format(since, "DATE_FORMAT") if since else ""}
    if since:
        yield (
            ngettext(
                "%(count)d person is on the roster of %(unit)s from %(day)s on.",
                "%(count)d people are on the roster of %(unit)s from %(day)s on.",
                count,
            )
            % words
        )
    else:
        yield (
            ngettext(
                "%(count)d person is on the roster of %(unit)s, as from always.",
                "%(count)d people are on the roster of %(unit)s, as from always.",
                count,
            )
            % words
        )
    yield from _same_names(values, member)


def _same_names(values: Values, member: Member) -> Iterator[str]:
    """Whoever bears the name already, where the member may know, or stands in the list twice."""
    names = [named.name for named in values["people"]]
    twice = sorted(name for name, times in Counter(names).items() if times > 1)
    if twice:
        yield _("In the list twice: %(names)s. Put them on the roster so if they are two people of one name.") % {
            "names": enumerated(twice)
        }
    there = persons_kept_by(member).filter(name__in=names, minor_until=None)
    posts = Tenure.objects.on(clock.today()).filter(person__in=there).select_related("person", "unit")
    for tenure in posts.order_by("person__name")[:20]:
        yield _("There is a %(name)s at %(post)s already. If it is the same person, transfer instead of adding.") % {
            "name": tenure.person.name, "post": tenure,
        }  # fmt: skip


def _named(line: str) -> Named:
    """Name and post: apart by a tab or a mark; else by the first blank that does not just make the name wider."""
    name, *post = _MARK.split(line.strip(), maxsplit=1)
    if not post:
        first, *rest = one_line(line).split(" ")
        if rest and len(first) == len(rest[0]) == 1:
            first += rest.pop(0)
        name, post = first, [" ".join(rest)]
    return Named(name_line(name), one_line(_MARK.sub(" ", post[0])))
