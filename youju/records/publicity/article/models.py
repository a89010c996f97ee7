"""Articles (稿件): a manuscript, its three reviews, and what the public reads of it while it is live."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any, ClassVar

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError
from youju.gate.outgoing import Outgoing
from youju.ledger.facts import FactLine
from youju.lib import clock
from youju.orgs.consents import Consent, Purpose
from youju.orgs.members import Member
from youju.orgs.people import Person
from youju.phrases import bracketed
from youju.records.case_rights import wrote
from youju.records.counting.measures import load_measures
from youju.records.heads.case import Case
from youju.records.heads.ledgered import Item
from youju.records.heads.lines import Line
from youju.records.publicity.article.commission import Commission, CommissionPicture
from youju.records.publicity.article.errors import (
    ConsentMissing,
    OriginMissing,
    ProofreadersMissing,
    ScheduleOver,
    WriterOutside,
)
from youju.records.publicity.article.moves import MOVES, PUBLISHED, REVIEWS, ArticleState
from youju.records.publicity.article.outgoing import article_outgoing
from youju.records.publicity.article.words import ArticleWords, words_write
from youju.records.publicity.channel.models import Channel

__all__ = [
    "MEASURES", "Article", "ArticleState", "ArticleWords", "Commission", "CommissionPicture", "Mention", "Origin",
]  # fmt: skip

MEASURES = load_measures(Path(__file__).parent)
FEN = 100
"""So many to the yuan."""


class Origin(models.TextChoices):
    """Where a text comes from: its ``sort``, and the category under which it counts."""

    OWN = "own", _("written here")
    CONTRIBUTED = "contributed", _("contributed")
    REPRINTED = "reprinted", _("reprinted")


class ArticleQuerySet(models.QuerySet["Article"]):
    def public(self, now: datetime) -> ArticleQuerySet:
        """What everybody may read at a moment: live, not past the moment at which it is taken down, and showing nobody
        who does not agree: a consent that is taken back takes the article down before the clockwork does.
        """
        disagreeing = Exists(Mention.unagreed(clock.day_of(now)).filter(record=OuterRef("pk")))
        return self.filter(Q(down_at=None) | Q(down_at__gt=now), ~disagreeing, state=ArticleState.LIVE)

    def without_consent(self, day: date) -> ArticleQuerySet:
        """Those still noted as live that show somebody who does not agree on a day."""
        return self.filter(Exists(Mention.unagreed(day).filter(record=OuterRef("pk"))), state=ArticleState.LIVE)


def _reader(label: Any) -> Any:
    return models.ForeignKey(Member, models.PROTECT, null=True, related_name="+", verbose_name=label)


class Article(Case):
    """One text of the public site. ``happened``: the day it was handed in; ``sort``: its Origin.

    body: Markdown. tags: words divided by blanks. must_be_public: a disclosure that the law asks for, which never has
    a price. price: of its PDF, in fen; 0: free. up_at, down_at: when it goes up, and from when on it is no longer
    read. old_address: the path under which an earlier site had it. published_at: the first time it went live.
    """

    channel = models.ForeignKey(Channel, models.PROTECT, related_name="+", verbose_name=_("site channel"))
    byline = models.CharField(_("author of the text"), max_length=80, blank=True)
    source = models.CharField(_("source"), max_length=80, blank=True)
    original = models.URLField(_("original address"), max_length=500, blank=True)
    body = models.TextField(_("text"), max_length=100_000)
    tags = models.CharField(_("tags"), max_length=120, blank=True)
    issue = models.CharField(_("issue number"), max_length=40, blank=True)
    proofreaders = models.CharField(_("proof-read by"), max_length=120, blank=True)
    must_be_public = models.BooleanField(_("must be public by law"), default=False)
    price = models.PositiveIntegerField(_("price of the PDF, in fen"), default=0)
    up_at = models.DateTimeField(_("goes up at"), null=True, blank=True)
    down_at = models.DateTimeField(_("is taken down at"), null=True, blank=True)
    old_address = models.CharField(_("address on the former site"), max_length=300, blank=True, db_index=True)

    published_at = models.DateTimeField(_("published"), null=True, db_index=True)
    first_reader = _reader(_("first review"))
    second_reader = _reader(_("second review"))
    final_reader = _reader(_("final review"))

    EDITED: ClassVar[tuple[str, ...]] = (
        "sort", "unit", "title", "happened", "note", "channel", "byline", "source", "original", "body", "tags", "issue",
        "proofreaders", "must_be_public", "price", "up_at", "down_at", "old_address",
    )  # fmt: skip
    RELATED: ClassVar[tuple[str, ...]] = (
        *Case.RELATED, "channel", "first_reader", "second_reader", "final_reader",
    )  # fmt: skip
    SEARCHED: ClassVar[tuple[str, ...]] = ("byline", "source", "body", "tags")
    STATES = ArticleState
    MOVES = MOVES
    FIRST = ArticleState.MANUSCRIPT

    objects: ClassVar[models.Manager[Any]] = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("site article")
        verbose_name_plural = _("site articles")
        constraints = [
            models.CheckConstraint(condition=Q(must_be_public=False) | Q(price=0), name="disclosure_has_no_price"),
            models.CheckConstraint(
                condition=~Q(first_reader=F("second_reader"))
                & ~Q(first_reader=F("final_reader"))
                & ~Q(second_reader=F("final_reader")),
                name="three_different_readers",
            ),
        ]

    def told(self, name: str, reader: Member) -> Any:
        """The price in yuan, as its form asks for it; nothing where there is none."""
        if name != "price":
            return super().told(name, reader)
        return f"{self.price // FEN}.{self.price % FEN:02}" if self.price else ""

    @classmethod
    def running(cls) -> tuple[str, ...]:
        """What is published needs nothing more to be done."""
        ended = (ArticleState.LIVE, ArticleState.DOWN, ArticleState.GIVEN_UP)
        return tuple(state for state in ArticleState if state not in ended)

    @classmethod
    def waiting(cls) -> tuple[str, ...]:
        officers = (ArticleState.MANUSCRIPT, ArticleState.EDITED, ArticleState.FIRST, ArticleState.SECOND)
        return (*officers, ArticleState.APPROVED)

    @property
    def tag_list(self) -> list[str]:
        return self.tags.split()

    @property
    def readers(self) -> list[Member]:
        """Who has passed it so far, in the order of the reviews."""
        return [each for each in (self.first_reader, self.second_reader, self.final_reader) if each is not None]

    def is_public(self, now: datetime) -> bool:
        return Article.objects.public(now).filter(pk=self.pk).exists()

    def concerns(self, member: Any) -> bool:
        """Who handed it in reviews nothing of it; who edited it no more than the first time; nobody reviews twice."""
        if self.author_id == member.pk or member in self.readers:
            return True
        return self.state != ArticleState.EDITED and wrote(member, self)

    def obstacle(self, action: str) -> YoujuError | None:
        """What somebody outside wrote goes back to nobody: their link opened once."""
        from_outside = action == "send-back" and Commission.objects.filter(ref=self.ref).exists()
        return WriterOutside(title=self.title) if from_outside else None

    def begins_record(self) -> Any:
        """Of what somebody outside wrote: the officer who asked for it."""
        commission = Commission.objects.filter(ref=self.ref).first()
        asker = Member.objects.filter(token=commission.made_by, is_active=True).first() if commission else None
        return asker or self.author

    def on_move(self, action: str, *, actor: Any, now: datetime) -> dict[str, Any]:
        """Raises ProofreadersMissing, OriginMissing, ConsentMissing, ScheduleOver."""
        if action == "final" and not self.proofreaders.strip():
            raise ProofreadersMissing(title=self.title)
        if action in ("final", "publish", "schedule", "appear"):
            self.refuse_unfit()
        if action in ("publish", "appear") and self.down_at is not None and self.down_at <= now:
            raise ScheduleOver(title=self.title)
        return {}

    def goes_out(self, action: str) -> Outgoing | None:
        """All of it, whenever it is decided that it goes up, and as it does."""
        return article_outgoing(self) if action in ("publish", "schedule", "appear") else None

    def refuse_unfit(self) -> None:
        """Raise OriginMissing, ConsentMissing where it must not be read by the public."""
        if self.sort == Origin.REPRINTED and not (self.source and self.original):
            raise OriginMissing(title=self.title)
        for mention in self.mentions.select_related("person"):
            if not mention.has_consent:
                purpose = Purpose(mention.purpose).label
                raise ConsentMissing(title=self.title, name=mention.person, purpose=purpose)

    def moved(self, action: str, *, actor: Any) -> None:
        """Note who passed a review and when it was first published; what is edited again is reviewed anew."""
        if action in REVIEWS:
            self._note(**{f"{action}_reader": actor})
        elif self.state in (ArticleState.MANUSCRIPT, ArticleState.EDITED, ArticleState.SENT_BACK):
            self._note(first_reader=None, second_reader=None, final_reader=None)
        elif action == "publish":  # sooner than it was scheduled, perhaps
            self._note(up_at=None, published_at=self.published_at or clock.now())
        elif self.state == ArticleState.LIVE and self.published_at is None:
            self._note(published_at=clock.now())

    def save_parts(self, values: dict[str, Any]) -> None:
        """Also the words by which it is found, who is shown besides, and who is not."""
        super().save_parts(values)
        words_write(self)
        if (person := values.get("person")) is not None:
            last = self.mentions.order_by("-place").first()
            place = last.place + 1 if last else 1
            self.mentions.get_or_create(person=person, how=values["how"], defaults={"place": place})
        if unshown := values.get("unshown"):
            self.mentions.filter(pk__in=[mention.pk for mention in unshown]).delete()

    def _note(self, **columns: Any) -> None:
        type(self).objects.filter(pk=self.pk).update(**columns)
        for name, value in columns.items():
            setattr(self, name, value)

    def standing(self) -> tuple[str, ...]:
        """What was once published stays in the ledger, taken down or not."""
        return (PUBLISHED,) if self.published_at else ()

    def own_items(self, milestone: str) -> list[Item]:
        return [
            ("channel", self.channel.code),
            ("byline", self.byline),
            ("source", self.source),
            ("original", self.original),
            ("body", self.body),
            ("tags", self.tags),
            ("issue", self.issue),
            ("proofreaders", self.proofreaders),
            ("readers", " ".join(reader.token for reader in self.readers)),
            ("must_be_public", str(int(self.must_be_public))),
            ("price", str(self.price)),
            ("up_at", self.up_at.isoformat() if self.up_at else None),
            ("down_at", self.down_at.isoformat() if self.down_at else None),
            ("old_address", self.old_address),
            ("published_at", self.published_at.isoformat() if self.published_at else None),
            *self.line_items(),
        ]

    def facts(self, milestone: str) -> tuple[FactLine, ...]:
        """One article of its origin, on the day it was published."""
        day = clock.day_of(self.published_at) if self.published_at else self.happened
        return (FactLine(self.unit.code, day, "site.articles", 1, category=self.sort),)


class How(models.TextChoices):
    """As what somebody is in an article."""

    NAMED = "named", _("named")
    PICTURED = "pictured", _("pictured")


_PURPOSES = {How.NAMED: Purpose.PUBLIC_NAME, How.PICTURED: Purpose.PUBLIC_PICTURE}
"""What somebody has to agree to."""


class Mention(Line):
    """Somebody whom text or pictures show; the public reads it only with their consent."""

    record = models.ForeignKey(Article, models.CASCADE, related_name="mentions")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("person"))
    how = models.CharField(_("how shown"), max_length=10, choices=How.choices, default=How.NAMED)

    COLUMNS: ClassVar[tuple[str, ...]] = ("person", "how")
    KEY: ClassVar[tuple[str, ...]] = ("person", "how")

    class Meta(Line.Meta):
        verbose_name = _("person in the article")
        verbose_name_plural = _("persons in the article")

    def __str__(self) -> str:
        return bracketed(self.person, self.get_how_display())

    @classmethod
    def unagreed(cls, day: date) -> models.QuerySet[Mention]:
        """The persons shown who do not agree to it on a day."""
        agreed = {
            how: Exists(Consent.objects.valid_on(day).filter(person=OuterRef("person"), purpose=purpose))
            for how, purpose in _PURPOSES.items()
        }
        named, pictured = (Q(how=how) & ~agrees for how, agrees in agreed.items())
        return cls.objects.filter(named | pictured)

    @property
    def purpose(self) -> Purpose:
        return _PURPOSES[How(self.how)]

    @property
    def has_consent(self) -> bool:
        """Whether it is agreed to today."""
        given = Consent.objects.filter(person=self.person, purpose=self.purpose)
        return given.valid_on(clock.today()).exists()
