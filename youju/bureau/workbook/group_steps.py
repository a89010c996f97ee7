"""What a workbook does to groups, by their verbs."""

from dataclasses import dataclass
from datetime import date

from youju.bureau.workbook.lines import Hands, Human, Step
from youju.orgs.group_verbs import group_close, group_join_many, group_leave, group_open, keeper_set
from youju.orgs.groups import Group


@dataclass(frozen=True)
class _OfGroup(Step):
    code: str

    def group(self) -> Group:
        return Group.objects.select_related("unit").get(code=self.code)


@dataclass(frozen=True)
class GroupOpen(_OfGroup):
    """unit: its code; keepers: log-in names."""

    unit: str
    sort: str
    name: str
    keepers: tuple[str, ...]
    opened: date | None

    ground = True

    def act(self, hands: Hands) -> None:
        keepers = [hands.member(username) for username in self.keepers]
        group_open(
            code=self.code,
            unit=hands.unit(self.unit),
            sort=self.sort,
            name=self.name,
            keepers=keepers,
            opened=self.opened,
            actor=hands.actor,
        )


@dataclass(frozen=True)
class GroupJoin(_OfGroup):
    """people: each with the post in the group."""

    people: tuple[tuple[Human, str], ...]
    since: date | None

    def act(self, hands: Hands) -> None:
        posts = {human.on_record(): post for human, post in self.people}
        group_join_many(group=self.group(), posts=posts, since=self.since, actor=hands.actor)


@dataclass(frozen=True)
class GroupLeave(_OfGroup):
    human: Human
    until: date

    def act(self, hands: Hands) -> None:
        group_leave(group=self.group(), person=self.human.on_record(), until=self.until, actor=hands.actor)


@dataclass(frozen=True)
class GroupKeep(_OfGroup):
    keepers: tuple[str, ...]

    def act(self, hands: Hands) -> None:
        keepers = [hands.member(username) for username in self.keepers]
        keeper_set(group=self.group(), keepers=keepers, actor=hands.actor)


@dataclass(frozen=True)
class GroupClose(_OfGroup):
    on: date

    def act(self, hands: Hands) -> None:
        group_close(group=self.group(), on=self.on, actor=hands.actor)
