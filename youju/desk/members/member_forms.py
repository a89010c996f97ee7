"""What is asked for about an account, a role and an invitation."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from youju.desk.members.members_of_reach import units_in_reach
from youju.lib import clock
from youju.orgs.joining import Joining, members_for
from youju.orgs.members import DECIDING, Member, Role, RoleGrant
from youju.orgs.units import Unit
from youju.records.forms.choosing import let_choose
from youju.records.heads.sections import Section

_ROLE_HELP = _("Liaisons and reviewers belong to a school, officers to an office, a town or the bureau.")


class MemberForm(forms.Form):
    """name and unit of an account."""

    name = forms.CharField(label=_("Person's name"), max_length=40)
    unit = forms.ModelChoiceField(label=_("unit"), queryset=Unit.objects.none())

    def __init__(self, *args: Any, admin: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_in_reach(admin))


class NewMemberForm(MemberForm):
    """The same with the first role, and the log-in name."""

    role = forms.ChoiceField(label=_("role"), choices=Role.choices, help_text=_ROLE_HELP)
    username = forms.CharField(
        label=_("log-in name"), max_length=40, required=False, help_text=_("Empty: the pinyin of the name.")
    )


class RoleForm(forms.Form):
    role = forms.ChoiceField(label=_("role"), choices=Role.choices, help_text=_ROLE_HELP)
    unit = forms.ModelChoiceField(label=_("unit"), queryset=Unit.objects.none())
    until = forms.DateField(
        label=_("until and with"), required=False, widget=forms.DateInput({"type": "date"}),
        help_text=_("Empty: without end. Whoever stands in for a colleague needs a last day."),
    )  # fmt: skip
    stands_in_for = forms.ModelChoiceField(
        label=_("stands in for"),
        required=False,
        queryset=Member.objects.none(),
        empty_label=_("nobody: a role of one's own"),
    )
    sections = forms.MultipleChoiceField(
        label=_("sections"), required=False, choices=Section.choices, widget=forms.CheckboxSelectMultiple,
        help_text=_("None ticked: all of them."),
    )  # fmt: skip

    def __init__(self, *args: Any, admin: Member, member: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        deciders = RoleGrant.objects.current(clock.today()).filter(role__in=DECIDING).values("member")
        colleagues = members_for(admin).filter(pk__in=deciders, is_active=True).exclude(pk=member.pk)
        let_choose(self, "unit", units_in_reach(admin))
        let_choose(self, "stands_in_for", colleagues)
        self.initial.setdefault("unit", member.unit_id)


class InviteForm(forms.Form):
    role = forms.ChoiceField(label=_("who holds this role"), choices=Role.choices)
    unit = forms.ModelChoiceField(label=_("unit"), queryset=Unit.objects.none(), required=False, empty_label=_("all"))
    again = forms.BooleanField(
        label=_("also those whose invitation still holds"), required=False,
        help_text=_("Their old cards and links end with it."),
    )  # fmt: skip

    def __init__(self, *args: Any, admin: Member, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        let_choose(self, "unit", units_in_reach(admin))


class MemberFilterForm(forms.Form):
    text = forms.CharField(label=_("name, log-in name or unit"), required=False, max_length=60)
    role = forms.ChoiceField(label=_("role"), required=False, choices=[("", _("all")), *Role.choices])
    joining = forms.ChoiceField(label=_("state"), required=False, choices=[("", _("all")), *Joining.choices])
