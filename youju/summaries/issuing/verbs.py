"""The verbs of issuing: a document is frozen, taken back or sent back, signed and issued."""

from collections.abc import Iterable

from django.db import transaction

from youju.lib import clock
from youju.orgs import audit, sequences
from youju.orgs.members import Member
from youju.orgs.proving import NotProven, proven
from youju.orgs.reasons import given_reason
from youju.summaries.binding.build import build
from youju.summaries.drafts.documents import Document, DocumentState, SectionVersion
from youju.summaries.issuing.acts import hold
from youju.summaries.issuing.editions import Edition, EditionFigure, EditionStep
from youju.summaries.issuing.errors import DrafterSigns, EditionMoved
from youju.summaries.issuing.frozen import edition_of
from youju.summaries.issuing.moving import move

What = EditionStep.What

# What changes what a text says and leaves no version of a section behind.
_SHAPING = (
    "summary.rename", "summary.section-add", "summary.section-move", "summary.section-close", "summary.section-reopen",
)  # fmt: skip


@transaction.atomic
def summary_freeze(*, document: Document, actor: Member) -> Edition:
    """Keep every figure of the text as it is now, and let the text go to be signed.

    Raises NotAllowed, NotInState, and what ``build`` does where a figure is blank, unbound or internal.
    """
    document = hold(document, "freeze", actor)
    summary = build(unit=document.unit, period=document.about, template=document.text)
    edition, figures = edition_of(
        document, summary, number=document.editions.count() + 1, by=actor, at=clock.now()
    )  # fmt: skip
    edition.save()
    for row in figures:
        row.edition = edition
    EditionFigure.objects.bulk_create(figures)
    move(document, DocumentState.FROZEN)
    _note(edition, "freeze", actor, size=edition.size, root=edition.root)
    return edition


@transaction.atomic
def summary_withdraw(*, document: Document, reason: str, actor: Member) -> None:
    """Take a document back to a draft before it is issued. Raises NotAllowed, NotInState, ReasonMissing."""
    document = hold(document, "withdraw", actor)
    _back(document, What.WITHDRAWN, given_reason(reason), actor)


@transaction.atomic
def summary_refuse(*, document: Document, reason: str, actor: Member) -> None:
    """Send a document back instead of signing it. Raises NotAllowed, NotInState, DrafterSigns, ReasonMissing."""
    document = hold(document, "refuse", actor)
    _refuse_drafters(document, actor)
    _back(document, What.REFUSED, given_reason(reason), actor)


def summary_sign(*, document: Document, digest: str, proof: str, actor: Member) -> EditionStep:
    """Sign the edition that was read. digest: the edition's, as it was shown; proof: a code or the password.

    Raises NotAllowed, NotInState, DrafterSigns, EditionMoved, FactorNotSetUp, TooManyTries, NotProven.
    """
    with transaction.atomic():
        document = hold(document, "sign", actor)
        _refuse_drafters(document, actor)
        edition = standing_edition(document)
        if edition.digest != digest:
            raise EditionMoved()
        signed = _step(edition, What.SIGNED, actor) if proven(member=actor, text=proof) else None
        if signed:
            move(document, DocumentState.SIGNED)
    if signed is None:  # outside: a wrong code stays counted
        raise NotProven()
    return signed


@transaction.atomic
def summary_issue(*, document: Document, actor: Member) -> EditionStep:
    """Let a signed document go out, a report under its number. Raises NotAllowed, NotInState."""
    document = hold(document, "issue", actor)
    symbol = _symbol(document) if document.as_report else ""
    issued = _step(standing_edition(document), What.ISSUED, actor, symbol=symbol)
    if symbol:
        Document.objects.filter(pk=document.pk).update(symbol=symbol)
    move(document, DocumentState.ISSUED)
    return issued


def standing_edition(document: Document) -> Edition:
    """The newest edition: while a document is no draft, the one that it is."""
    return document.editions.order_by("-number")[0]


def standing_editions(documents: Iterable[Document]) -> dict[int, Edition]:
    """The same of several, by the documents' keys, without their long texts. One query."""
    editions = Edition.objects.filter(document__in=documents).order_by("number")
    return {edition.document_id: edition for edition in editions.defer("template", "marked", "spans")}


def drafters_of(document: Document) -> set[int]:
    """Keys of the members who began a document, wrote any version of any section, or froze an edition; also of those
    who gave it another title, or took out, put back or moved what others wrote.
    """
    wrote = SectionVersion.objects.filter(section__document=document).values_list("author", flat=True)
    froze = document.editions.values_list("frozen_by", flat=True)
    shaped = audit.AuditRow.objects.filter(target=document.ref, action__in=_SHAPING).values("actor")
    return {document.author_id, *wrote, *froze, *Member.objects.filter(token__in=shaped).values_list("pk", flat=True)}


def _refuse_drafters(document: Document, actor: Member) -> None:
    if actor.pk in drafters_of(document):
        raise DrafterSigns(title=document.title)


def _back(document: Document, what: What, reason: str, actor: Member) -> None:
    _step(standing_edition(document), what, actor, reason=reason)
    move(document, DocumentState.DRAFT)


def _step(edition: Edition, what: What, actor: Member, *, reason: str = "", symbol: str = "") -> EditionStep:
    step = EditionStep.objects.create(
        edition=edition, what=what, by=actor, at=clock.now(), reason=reason, symbol=symbol, digest=edition.digest
    )
    told = {"reason": reason} if reason else {"symbol": symbol} if symbol else {}
    _note(edition, ACTS_OF[what], actor, **told)
    return step


ACTS_OF: dict[str, str] = {
    What.WITHDRAWN: "withdraw", What.REFUSED: "refuse", What.SIGNED: "sign", What.ISSUED: "issue",
}  # fmt: skip
"""By what a step is, how its audit row calls it behind ``summary.``."""


def _note(edition: Edition, act: str, actor: Member, **told: object) -> None:
    """The audit row of a step. It bears the edition's digest, and is committed to in the ledger itself."""
    audit.write(
        actor=actor, action=f"summary.{act}", target=edition.document.ref, edition=edition.number,
        digest=edition.digest, **told,
    )  # fmt: skip


def _symbol(document: Document) -> str:
    """The next number of the unit's reports, behind the letters it signs with; a number typed whole is kept."""
    if "〔" in document.symbol:
        return document.symbol
    year = clock.today().year
    number = sequences.take(f"report-{document.unit.code}"[:40], year)
    return f"{document.symbol}〔{year}〕{number}号"
