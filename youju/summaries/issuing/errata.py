"""Errata (勘误): what is wrong in an issued edition is said by a document of its own, drafted here, signed like any."""

from collections.abc import Iterable, Sequence

from django.db import transaction

from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.members import Member
from youju.records.alerts import AlertSort, alert
from youju.summaries.drafts.documents import Document, DocumentState, SectionVersion
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_put
from youju.summaries.issuing.acts import hold
from youju.summaries.issuing.changes import Change, changes_of, changes_of_each
from youju.summaries.issuing.editions import Edition, EditionStep, Erratum
from youju.summaries.issuing.errors import ErratumUnderWay, NothingWrong
from youju.summaries.issuing.verbs import standing_edition

GENRE, CORRECT = "erratum", "summary.correct"
_LONGEST_TITLE = 120
_RUNNING = (DocumentState.DRAFT, DocumentState.FROZEN, DocumentState.SIGNED)


@transaction.atomic
def erratum_begin(*, document: Document, actor: Member) -> Document:
    """Draft the erratum of an issued document: each figure that is wrong, as printed and as it holds now.

    Raises NotAllowed, NotInState, NothingWrong, ErratumUnderWay.
    """
    document = hold(document, "correct", actor)
    edition = standing_edition(document)
    if running := running_erratum(edition):
        raise ErratumUnderWay(title=document.title, ref=running.document.ref)
    wrong = uncorrected(edition)
    if not wrong:
        raise NothingWrong(title=document.title)
    return _begun(edition, wrong, author=actor, actor=actor, how=SectionVersion.How.TEMPLATE)


@transaction.atomic
def erratum_fall(*, document: Document, actor: Actor) -> Document | None:
    """Draft what ``erratum_begin`` does in the name of whoever issued the document, and tell them and its author.

    None where nothing is wrong any more, or an erratum is under way.
    """
    document = Document.objects.select_for_update().get(pk=document.pk)
    edition = standing_edition(document)
    wrong = uncorrected(edition) if document.state == DocumentState.ISSUED else []
    issued = edition.step(EditionStep.What.ISSUED)
    if not wrong or issued is None or running_erratum(edition):
        return None
    begun = _begun(edition, wrong, author=issued.by, actor=actor, how=SectionVersion.How.SYSTEM)
    told = {issued.by, document.author}
    alert(told=[(member, begun.ref) for member in told], sort=AlertSort.ASKED, actor=actor)
    return begun


def _begun(
    edition: Edition, wrong: Sequence[Change], *, author: Member, actor: Actor, how: SectionVersion.How
) -> Document:  # fmt: skip
    document = edition.document
    begun = document_put(
        unit=document.unit, genre=get_genre(GENRE), period=document.about, title=_title(edition),
        text=erratum_text(edition, wrong), author=author, actor=actor, how=how,
    )  # fmt: skip
    told = {str(change.figure.place): change.now for change in wrong}
    Erratum.objects.create(document=begun, edition=edition, told=told)
    audit.write(
        actor=actor, action=CORRECT, target=document.ref, erratum=begun.ref, digest=edition.digest, told=told
    )  # fmt: skip
    return begun


def uncorrected(edition: Edition) -> list[Change]:
    """The figures that are wrong now, and of which no erratum that was issued says what holds now."""
    wrong = [change for change in changes_of(edition) if change.wrong]
    return _left(wrong, issued_errata(edition)) if wrong else []


def to_correct(editions: Sequence[Edition]) -> dict[int, int]:
    """How many figures of each edition, by its key, want an erratum; none while one is under way.

    As many queries for twenty editions as for one, as long as the ledger has not moved since they were last asked.
    """
    if not editions:
        return {}
    errata = Erratum.objects.filter(edition__in=editions).select_related("document").order_by("pk")
    of_each = {edition.pk: [row for row in errata if row.edition_id == edition.pk] for edition in editions}
    found = {}
    for pk, changes in changes_of_each(editions).items():
        issued = [row for row in of_each[pk] if row.document.state == DocumentState.ISSUED]
        running = any(row.document.state in _RUNNING for row in of_each[pk])
        found[pk] = 0 if running else len(_left([change for change in changes if change.wrong], issued))
    return found


def _left(wrong: Iterable[Change], errata: Iterable[Erratum]) -> list[Change]:
    told = [erratum.told for erratum in errata]
    return [change for change in wrong if not _told(change, told)]


def issued_errata(edition: Edition) -> list[Erratum]:
    """The errata that readers of the edition see, the oldest first."""
    found = edition.errata.filter(document__state=DocumentState.ISSUED)
    return list(found.select_related("document"))


def running_erratum(edition: Edition) -> Erratum | None:
    """The erratum that is being drafted or signed, if one is."""
    return edition.errata.filter(document__state__in=_RUNNING).select_related("document").first()


def erratum_text(edition: Edition, wrong: Iterable[Change]) -> str:
    """The text as a template: what was printed is quoted by hand, what holds now is bound."""
    lines = [f"# {_title(edition)}", _opening(edition)]
    lines += [f"{number}. {_line(edition, change)}" for number, change in enumerate(wrong, 1)]
    lines.append("原文其他内容不变。")
    return "\n\n".join(lines) + "\n"


def _title(edition: Edition) -> str:
    return f"关于《{_plain(edition.title)}》的更正"[:_LONGEST_TITLE]


def _opening(edition: Edition) -> str:
    issued = edition.step(EditionStep.What.ISSUED)
    day = f"{clock.day_of(issued.at):%Y年%-m月%-d日}" if issued else ""
    symbol = f"（{_plain(issued.symbol)}）" if issued and issued.symbol else ""
    return f"{{{{unit}}}}{day}印发的《{_plain(edition.title)}》{symbol}，下列数字更正如下："


def _line(edition: Edition, change: Change) -> str:
    name = _plain(change.figure.definition["name"][0])
    was = f"{{{{手填 {_plain(change.figure.printed)} | 原文所载 | 《{_plain(edition.title)}》 | 勘误}}}}"
    now = f"应为{{{{{_token(edition, change)}}}}}" if change.now else "现台账无此数，予以删除"
    return f"“{name}”原为{was}，{now}。{_why(change)}"


def _token(edition: Edition, change: Change) -> str:
    figure = change.figure
    unit = f"@unit:{figure.unit}" if figure.unit != edition.unit_code else ""
    period = f"@{figure.period}" if figure.period != edition.period else ""
    return f"{figure.code}{unit}{period}"


def _why(change: Change) -> str:
    """Which sort of change, without a number: those stand in the list on the page."""
    causes = ["所依据的记录有作废或更正"] * bool(change.voided) + ["统计口径有调整"] * change.redefined
    return f"原因：{'，'.join(causes)}。"


def _told(change: Change, told: Iterable[dict[str, str]]) -> bool:
    *_older, newest = [None, *(each[key] for each in told if (key := str(change.figure.place)) in each)]
    return newest == change.now


def _plain(text: str) -> str:
    """Without what the grammar of tokens reads."""
    return text.translate(str.maketrans("", "", "{}|\n"))
