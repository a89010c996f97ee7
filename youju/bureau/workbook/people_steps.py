"""What a workbook does to rosters, by the verbs of persons and posts."""

from dataclasses import dataclass
from datetime import date

from youju.bureau.workbook.lines import Hands, Human, Step
from youju.orgs.people import Tenure
from youju.orgs.rosters import (
    NewPerson,
    NewPost,
    person_join,
    person_leave,
    person_move,
    person_rename,
    persons_add_many,
    tenure_correct,
)


@dataclass(frozen=True)
class PostTold:
    """A post as a row tells it. unit: its code; since and until: inclusive."""

    unit: str
    post: str
    since: date | None
    until: date | None


@dataclass(frozen=True)
class PersonsAdd(Step):
    """posts: of each person in turn."""

    people: tuple[Human, ...]
    posts: tuple[tuple[PostTold, ...], ...]

    ground = True

    def act(self, hands: Hands) -> None:
        news = [
            NewPerson(
                human.name, tuple(NewPost(hands.unit(told.unit), told.post, told.since, told.until) for told in posts)
            )
            for human, posts in zip(self.people, self.posts, strict=True)
        ]
        for human, person in zip(self.people, persons_add_many(persons=news, actor=hands.actor), strict=True):
            human.person = person


@dataclass(frozen=True)
class PersonRename(Step):
    human: Human
    name: str

    def act(self, hands: Hands) -> None:
        person_rename(person=self.human.on_record(), name=self.name, actor=hands.actor)


@dataclass(frozen=True)
class PostJoin(Step):
    human: Human
    told: PostTold

    def act(self, hands: Hands) -> None:
        person, unit = self.human.on_record(), hands.unit(self.told.unit)
        tenure = person_join(person=person, unit=unit, post=self.told.post, since=self.told.since, actor=hands.actor)
        if self.told.until:
            person_leave(person=person, tenure=tenure, until=self.told.until, actor=hands.actor)


@dataclass(frozen=True)
class PostMove(Step):
    """tenure: the key of the post that ends on the day before."""

    tenure: int
    told: PostTold
    on: date

    def act(self, hands: Hands) -> None:
        tenure = Tenure.objects.select_related("person", "unit").get(pk=self.tenure)
        unit = hands.unit(self.told.unit)
        person_move(tenure=tenure, unit=unit, post=self.told.post, on=self.on, actor=hands.actor)


@dataclass(frozen=True)
class PostLeave(Step):
    tenure: int
    until: date

    def act(self, hands: Hands) -> None:
        tenure = Tenure.objects.select_related("person", "unit").get(pk=self.tenure)
        person_leave(person=tenure.person, tenure=tenure, until=self.until, actor=hands.actor)


@dataclass(frozen=True)
class PostCorrect(Step):
    tenure: int
    post: str
    since: date | None

    def act(self, hands: Hands) -> None:
        tenure = Tenure.objects.select_related("person", "unit").get(pk=self.tenure)
        tenure_correct(tenure=tenure, post=self.post, since=self.since, actor=hands.actor)
