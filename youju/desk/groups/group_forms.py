"""What changes of groups ask."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from youju.desk.change.fields import DayField, NameField
from youju.lib import clock
from youju.orgs.groups import GUARDED, Group, GroupSort
from youju.orgs.keeping import is_manager
from youju.orgs.members import Member
from youju.orgs.people import Person, posts_in
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose

if TYPE_CHECKING:  # Django's own class takes no type in brackets at run time
    _PersonsField = forms.ModelMultipleChoiceField[Person]
else:
    _PersonsField = forms.ModelMultipleChoiceField


class RosterField(_PersonsField):
    """Persons to tick, each with the post."""

    widget = forms.CheckboxSelectMultiple
    posts: dict[int, str]

    def offer(self, persons: QuerySet[Person], unit: Unit) -> None:
        self.posts = posts_in(unit, clock.today())
        self.queryset = persons

    def label_from_instance(self, person: Person) -> str:
        post = self.posts.get(person.pk, "")
        return f"{person} {post}".strip()


class KeepersForm(forms.Form):
    keepers = forms.ModelMultipleChoiceField(
        label=_("keepers of the list"), queryset=Member.objects.none(), widget=forms.CheckboxSelectMultiple,
        help_text=_("Members who log in and keep this list; at least one."),
    )  # fmt: skip

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "keepers", keepers_for(unit, actor))


class NewGroupForm(KeepersForm):
    sort = forms.ChoiceField(label=_("sort of group"), choices=GroupSort.choices, initial=GroupSort.STAFF)
    name = NameField(label=_("name"), max_length=80)
    opened = DayField(label=_("exists since"), required=False, help_text=_("First day; empty: from always."))
    persons = RosterField(label=_("who is in it"), queryset=Person.objects.none())
    field_order = ("sort", "name", "persons", "opened", "keepers")

    def __init__(self, *args: Any, unit: Unit, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, unit=unit, actor=actor, **kwargs)
        if not is_manager(actor):
            sorts = [each for each in GroupSort.choices if each[0] not in GUARDED]
            self.fields["sort"].choices = sorts  # type: ignore[attr-defined]  # a ChoiceField
        roster = Person.objects.on_roster(unit, clock.today()).filter(merged_into=None)
        self.fields["persons"].offer(roster, unit)  # type: ignore[attr-defined]  # a RosterField
        self.initial.setdefault("persons", [person.pk for person in roster])
        self.initial.setdefault("name", _("%(unit)s staff") % {"unit": unit})
        mine = keepers_for(unit, actor).filter(pk=actor.pk)
        self.initial.setdefault("keepers", [member.pk for member in mine or keepers_for(unit, actor)[:1]])


class JoinForm(forms.Form):
    persons = RosterField(label=_("who joins"), queryset=Person.objects.none())
    since = DayField(label=_("from the day"))

    def __init__(self, *args: Any, group: Group, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = clock.today()
        there = group.memberships.filter(until=None).values("person")
        roster = Person.objects.on_roster(group.unit, today).filter(merged_into=None).exclude(pk__in=there)
        self.fields["persons"].offer(roster, group.unit)  # type: ignore[attr-defined]  # a RosterField
        self.initial.setdefault("since", today)


class LeaveForm(forms.Form):
    persons = RosterField(label=_("who leaves"), queryset=Person.objects.none())
    until = DayField(label=_("last day"))

    def __init__(self, *args: Any, group: Group, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        inside = Person.objects.filter(pk__in=group.memberships.filter(until=None).values("person"))
        self.fields["persons"].offer(inside, group.unit)  # type: ignore[attr-defined]  # a RosterField
        self.initial.setdefault("until", clock.today())


class GroupKeepersForm(KeepersForm):
    def __init__(self, *args: Any, group: Group, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, unit=group.unit, actor=actor, **kwargs)
        now = Member.objects.filter(kept_groups__group=group)
        keepers = (keepers_for(group.unit, actor) | now).distinct()
        let_choose(self, "keepers", keepers)
        self.initial.setdefault("keepers", [member.pk for member in now])


class CloseForm(forms.Form):
    on = DayField(label=_("first day without it"))

    def __init__(self, *args: Any, group: Group, actor: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("on", clock.today())


def keepers_for(unit: Unit, actor: Member) -> QuerySet[Member]:
    """Who may keep a list of a unit: its members, and whoever asks."""
    active = Member.objects.filter(is_active=True)
    return (active.filter(unit=unit) | active.filter(pk=actor.pk)).order_by("username")
