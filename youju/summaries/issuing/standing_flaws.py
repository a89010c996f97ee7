"""Documents and errata that do not stand as their steps and the audit rows say: state, number, what is corrected."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.raw import RawRow, raw_rows
from youju.orgs.audit import AuditRow
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.editions import Edition, EditionStep, Erratum
from youju.summaries.issuing.errata import CORRECT
from youju.summaries.issuing.giving_up import DROP, RESUME

_Row = Mapping[str, Any]
_What = EditionStep.What
# What a step leaves a document in; the one that was made last counts.
_AFTER = {
    _What.WITHDRAWN: DocumentState.DRAFT, _What.REFUSED: DocumentState.DRAFT, _What.SIGNED: DocumentState.SIGNED,
    _What.ISSUED: DocumentState.ISSUED,
}  # fmt: skip


class Flaw(NamedTuple):
    """place: the document's reference, and the number of the edition where it is one's."""

    place: str
    sentence: str


def standing_flaws() -> Iterator[Flaw]:
    """Yield what is not as it was left. What cannot be read at all is told by the check of form."""
    editions = {row.values["id"]: row.values for row in _sound(Edition)}
    documents = [row.values for row in _sound(Document)]
    yield from _of_states(documents, editions)
    yield from _of_numbers(documents, editions)
    yield from _of_errata(editions, {values["id"]: values["ref"] for values in documents})


def _of_states(documents: Iterable[_Row], editions: Mapping[int, _Row]) -> Iterator[Flaw]:
    """Each document's state against the last step of its newest edition, and whether it was given up."""
    states, given_up = _states(editions), _given_up()
    for values in documents:
        expected = states.get(values["id"], DocumentState.DRAFT)
        if expected == DocumentState.DRAFT and given_up.get(values["ref"]) == DROP:
            expected = DocumentState.DROPPED
        if values["state"] != expected:
            said = {"title": values["title"], "state": values["state"], "expected": expected.value}
            sentence = _("“%(title)s” is “%(state)s”, and by what was done with it “%(expected)s”.")
            yield Flaw(values["ref"], sentence % said)


def _of_numbers(documents: Iterable[_Row], editions: Mapping[int, _Row]) -> Iterator[Flaw]:
    """Each document's number against the one that it was issued under."""
    issued = _issued(editions)
    for values in documents:
        symbol = issued.get(values["id"], "")
        if symbol and values["symbol"] != symbol:
            sentence = _("“%(title)s” bears the number %(symbol)s, and was issued as %(issued)s.")
            said = {"title": values["title"], "symbol": values["symbol"], "issued": symbol}
            yield Flaw(values["ref"], sentence % said)


def _states(editions: Mapping[int, _Row]) -> dict[int, DocumentState]:
    """By document: the state that its newest edition and the last step of it leave it in."""
    newest: dict[int, _Row] = {}
    for edition in sorted(editions.values(), key=lambda values: values["number"]):
        newest[edition["document_id"]] = edition
    found = dict.fromkeys(newest, DocumentState.FROZEN)
    for step in sorted(_sound(EditionStep), key=lambda row: (row.values["at"], row.values["id"])):
        edition = editions.get(step.values["edition_id"], {})
        if edition and newest[edition["document_id"]] is edition:
            found[edition["document_id"]] = _AFTER[_What(step.values["what"])]
    return found


def _issued(editions: Mapping[int, _Row]) -> dict[int, str]:
    """By document that was issued: under which number, or ""."""
    steps = (step.values for step in _sound(EditionStep) if step.values["what"] == _What.ISSUED)
    known = ((editions.get(values["edition_id"]), values["symbol"]) for values in steps)
    return {edition["document_id"]: symbol for edition, symbol in known if edition}


def _given_up() -> dict[str, str]:
    """By document: which was the last of giving up and taking up again."""
    rows = AuditRow.objects.filter(action__in=[DROP, RESUME]).order_by("pk")
    return dict(rows.values_list("target", "action"))


def _of_errata(editions: Mapping[int, _Row], refs: Mapping[int, str]) -> Iterator[Flaw]:
    """Each erratum against the audit row of its beginning: of which edition, and what it says holds."""
    noted = {detail.get("erratum"): (target, detail) for target, detail in _corrections()}
    for row in _sound(Erratum):
        ref = refs.get(row.values["document_id"], "?")
        target, detail = noted.pop(ref, ("", {}))
        edition = editions.get(row.values["edition_id"], {})
        is_of = refs.get(edition.get("document_id", 0)) == target and edition.get("digest") == detail.get("digest")
        if not is_of or row.values["told"] != detail.get("told", row.values["told"]):
            yield Flaw(ref, _("What the erratum %(ref)s corrects is not on record as it stands.") % {"ref": ref})
    for ref in sorted(map(str, noted)):
        yield Flaw(ref, _("The erratum %(ref)s was begun and is kept as one no longer.") % {"ref": ref})


def _corrections() -> Iterator[tuple[str, dict[str, Any]]]:
    yield from AuditRow.objects.filter(action=CORRECT).values_list("target", "detail")


def _sound(model: Any) -> Iterator[RawRow]:
    return (row for row in raw_rows(model) if not row.problems)
