"""What is not as it was frozen: each edition held against its digest; editions and steps against the audit rows.

What audit rows tell and no row bears, an edition or a signature that was taken away, is found as well.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from youju.ledger.raw import RawRow, raw_rows
from youju.orgs.audit import AuditRow
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document
from youju.summaries.issuing.editions import Edition, EditionFigure, EditionStep
from youju.summaries.issuing.frozen import edition_digest, figure_digest
from youju.summaries.issuing.standing_flaws import Flaw, standing_flaws
from youju.summaries.issuing.verbs import ACTS_OF

_FREEZE = "summary.freeze"


def flaws() -> Iterator[Flaw]:
    """Yield what was altered in editions and their steps. What cannot be read at all is told by the check of form."""
    refs = dict(Document.objects.values_list("pk", "ref"))
    tokens = dict(Member.objects.values_list("pk", "token"))
    noted = set(_noted())
    acts: set[_Act] = set()
    figures: dict[int, list[RawRow]] = defaultdict(list)
    for row in raw_rows(EditionFigure):
        figures[row.values.get("edition_id", 0)].append(row)
    editions: dict[int, tuple[str, int, str]] = {}
    for row in raw_rows(Edition):
        if not row.problems:
            ref = refs.get(row.values["document_id"], "?")
            editions[row.values["id"]] = ref, row.values["number"], row.values["digest"]
            acts.add(_frozen(row.values, ref, tokens))
            yield from _of_edition(row.values, ref, tokens, figures[row.values["id"]], noted)
    for row in raw_rows(EditionStep):
        if row.problems:
            continue
        ref, number, digest = editions.get(row.values["edition_id"], ("?", 0, ""))
        act = _made(row.values, ref, number, tokens)
        acts.add(act)
        place = f"{EditionStep._meta.db_table}#{row.key}"
        if digest != row.values["digest"]:
            sentence = _("Step %(row)s of an edition was made on another text than the one that is kept.")
            yield Flaw(place, sentence % {"row": row.key})
        elif act not in noted:
            sentence = _("Step %(row)s of an edition is not on record as it stands: who made it, and why.")
            yield Flaw(place, sentence % {"row": row.key})
    yield from _gone(noted - acts)
    yield from standing_flaws()


class _Act(NamedTuple):
    """What an audit row and the row that it notes both say. what: as the audit row calls it; by: a token."""

    ref: str
    number: int
    digest: str
    what: str
    by: str
    reason: str = ""
    symbol: str = ""


def _frozen(values: Mapping[str, Any], ref: str, tokens: Mapping[int, str]) -> _Act:
    return _Act(ref, values["number"], values["digest"], _FREEZE, tokens.get(values["frozen_by_id"], ""))


def _made(values: Mapping[str, Any], ref: str, number: int, tokens: Mapping[int, str]) -> _Act:
    what = f"summary.{ACTS_OF.get(values['what'], '?')}"
    by = tokens.get(values["by_id"], "")
    return _Act(ref, number, values["digest"], what, by, values["reason"], values["symbol"])


def _gone(acts: Iterable[_Act]) -> Iterator[Flaw]:
    """What was done, as the audit rows say, and of which nothing is kept."""
    for act in sorted(acts):
        sentence = _("%(ref)s, edition %(number)s: what was done (%(what)s) is not kept any more as it was done.")
        yield Flaw(f"{act.ref}/{act.number}", sentence % act._asdict())


def _of_edition(
    values: Mapping[str, Any], ref: str, tokens: Mapping[int, str], figures: list[RawRow], noted: Container[_Act]
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
    if _frozen(values, ref, tokens) not in noted:
        yield Flaw(place, _("“%(title)s” (%(ref)s), edition %(number)s: nobody is on record for it.") % about)


def _noted() -> Iterator[_Act]:
    """What audit rows say was done with editions."""
    rows = AuditRow.objects.filter(action__in=[_FREEZE, *(f"summary.{act}" for act in ACTS_OF.values())])
    for target, action, actor, told in rows.values_list("target", "action", "actor", "detail"):
        said = {name: str(told.get(name, "")) for name in ("digest", "reason", "symbol")}
        yield _Act(target, told.get("edition", 0), said["digest"], action, actor, said["reason"], said["symbol"])
