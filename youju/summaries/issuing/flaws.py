"""What is not as it was frozen: each edition held against its digest, and the digest against the audit rows."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.raw import RawRow, raw_rows
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.editions import Edition, EditionFigure, EditionStep
from youju.summaries.issuing.frozen import edition_digest, figure_digest


class Flaw(NamedTuple):
    """place: the document's reference and the number of the edition."""

    place: str
    sentence: str


def flaws() -> Iterator[Flaw]:
    """Yield what was altered in editions and their steps. What cannot be read at all is told by the check of form."""
    refs = dict(Document.objects.values_list("pk", "ref"))
    tokens = dict(Member.objects.values_list("pk", "token"))
    noted = set(_noted())
    figures: dict[int, list[RawRow]] = defaultdict(list)
    for row in raw_rows(EditionFigure):
        figures[row.values.get("edition_id", 0)].append(row)
    digests: dict[int, str] = {}
    for row in raw_rows(Edition):
        if not row.problems:
            ref = refs.get(row.values["document_id"], "?")
            digests[row.values["id"]] = row.values["digest"]
            yield from _of_edition(row.values, ref, tokens, figures[row.values["id"]], noted)
    for row in raw_rows(EditionStep):
        if not row.problems and digests.get(row.values["edition_id"]) != row.values["digest"]:
            sentence = _("Step %(row)s of an edition was made on another text than the one that is kept.")
            yield Flaw(f"{EditionStep._meta.db_table}#{row.key}", sentence % {"row": row.key})


def _of_edition(
    values: Mapping[str, Any], ref: str, tokens: Mapping[int, str], figures: list[RawRow], noted: set[tuple[str, str]]
) -> Iterator[Flaw]:
    place = f"{ref}/{values['number']}"
    about = {"title": values["title"], "ref": ref, "number": values["number"]}
    rows = sorted((row for row in figures if not row.problems), key=lambda row: row.values["place"])
    for row in rows:
        if figure_digest(row.values) != row.values["digest"]:
            sentence = _("“%(title)s” (%(ref)s), edition %(number)s: the figure “%(printed)s” is not as it was frozen.")
            yield Flaw(place, sentence % (about | {"printed": row.values["printed"]}))
    found = edition_digest(values, ref, tokens.get(values["frozen_by_id"], ""), [row.values["digest"] for row in rows])
    if found != values["digest"]:
        yield Flaw(place, _("“%(title)s” (%(ref)s), edition %(number)s: it is not as it was frozen.") % about)
    if (ref, values["digest"]) not in noted:
        yield Flaw(place, _("“%(title)s” (%(ref)s), edition %(number)s: nobody is on record for it.") % about)


def _noted() -> Iterator[tuple[str, str]]:
    """The digests that audit rows of freezing bear, each with its document."""
    for target, detail in AuditRow.objects.filter(action="summary.freeze").values_list("target", "detail"):
        yield target, str(detail.get("digest", ""))
