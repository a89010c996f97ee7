"""What a workbook does to accounts and roles, by their verbs."""

from dataclasses import dataclass
from datetime import date

from youju.bureau.workbook.lines import Hands, Human, Step
from youju.orgs.member_verbs import member_add, member_deactivate, member_edit
from youju.orgs.members import RoleGrant
from youju.orgs.role_verbs import role_change, role_end, role_grant
from youju.orgs.rosters import person_account_set


@dataclass(frozen=True)
class RoleTold:
    """A role as a row tells it. unit: its code; since and until: inclusive."""

    role: str
    unit: str
    since: date | None
    until: date | None
    sections: tuple[str, ...]


@dataclass(frozen=True)
class _OfMember(Step):
    username: str


@dataclass(frozen=True)
class MemberEnroll(_OfMember):
    """human: the same person on a roster, where there is one."""

    name: str
    unit: str
    human: Human | None

    ground = True

    def act(self, hands: Hands) -> None:
        member = member_add(username=self.username, name=self.name, unit=hands.unit(self.unit), actor=hands.actor)
        if self.human is not None:
            person_account_set(person=self.human.on_record(), member=member, actor=hands.actor)


@dataclass(frozen=True)
class RoleGrantTold(_OfMember):
    told: RoleTold

    def act(self, hands: Hands) -> None:
        told = self.told
        role_grant(
            member=hands.member(self.username),
            role=told.role,
            unit=hands.unit(told.unit),
            since=told.since,
            until=told.until,
            sections=told.sections,
            actor=hands.actor,
        )


@dataclass(frozen=True)
class RoleChange(_OfMember):
    """grant: its key; until and sections: as they are to be."""

    grant: int
    until: date | None
    sections: tuple[str, ...]

    def act(self, hands: Hands) -> None:
        grant = RoleGrant.objects.select_related("member", "unit").get(pk=self.grant)
        role_change(grant=grant, until=self.until, sections=self.sections, actor=hands.actor)


@dataclass(frozen=True)
class RoleEnd(_OfMember):
    grant: int

    def act(self, hands: Hands) -> None:
        role_end(grant=RoleGrant.objects.select_related("member", "unit").get(pk=self.grant), actor=hands.actor)


@dataclass(frozen=True)
class MemberEdit(_OfMember):
    name: str
    unit: str

    def act(self, hands: Hands) -> None:
        member = hands.member(self.username)
        member_edit(member=member, name=self.name, unit=hands.unit(self.unit), actor=hands.actor)


@dataclass(frozen=True)
class MemberDeactivate(_OfMember):
    def act(self, hands: Hands) -> None:
        member_deactivate(member=hands.member(self.username), actor=hands.actor)
