"""Committed: by what each table that a page shows or a figure rests on is held, and what is free, with the reason.

Whatever this list does not name is under the digests that the log takes in: a table that is added tomorrow is too.
"""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from django.db import models, transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from youju.ledger import checkpoint, digests
from youju.ledger.digests import Covered, Flaw
from youju.ledger.form import our_models
from youju.ledger.raw import raw_rows
from youju.ledger.reading import Entry
from youju.orgs.audit import AuditRow
from youju.orgs.tickets import Purpose
from youju.orgs.tree import NoHomeUnit, home_unit
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.lines import Line
from youju.records.heads.record import Record

# Held row by row otherwise: by the hashes of the log, or by the snapshot that an entry commits to.
_BY_THE_LOG = frozenset({"ledger.Entry", "ledger.Fact", "ledger.Node", "ledger.RowDigest"})
_BY_SNAPSHOT = frozenset({
    "records.Ledgered_partners", "records.Attachment", "records.Snapshot", "records.SnapshotItem", "session.Attendance",
})  # fmt: skip

_NAMELESS = _(
    "what is answered without a name: digests taken at several times would tell when; the snapshot of the closed "
    "survey holds its numbers"
)
_NOTED = _("noted after a session of whoever made it up; the snapshot of that milestone holds it once it counts")
_FOUND = _("found once a session meets what is asked of it; the snapshot of that milestone holds it")
FREE: dict[str, str | Promise] = {
    "id": _("a number inside this database, under which nothing is ever shown"),
    "place": _("the order in which the rows of a record stand, where what they say tells them apart"),
    "orgs.Member.password": _("how somebody signs in; no page shows it and no figure rests on it"),
    "orgs.Member.last_login": _("when somebody last signed in; it changes without a trace on record"),
    "orgs.Member_groups": _("rights of the library for signing in, which are not used"),
    "orgs.Member_user_permissions": _("rights of the library for signing in, which are not used"),
    "bureau.KeptWorkbook": _("a workbook that is being looked at, put away after a day; what it changes is noted"),
    "orgs.OpenLogIn": _("who is logged in now; beginning and ending have audit rows of their own"),
    "orgs.WrongTry": _("wrong passwords of late, by which the next try waits; each has an audit row of its own"),
    "orgs.Sending": _("how many public forms came from an address in ten minutes, by which a flood ends"),
    "clockwork.Tick": _("which jobs of time are done; what each of them did has its own audit row"),
    "records.Alert": _("words to a member about what has its own audit row; they come and go"),
    "records.SavedList": _("a member's own names for filters; nothing that a figure rests on"),
    "evidence.Transfer": _("a file on its way in, put away after a day; once it is handed in it has rows of its own"),
    "records.SheetJob": _("a file being imported, put away after a week; what it changes has its own audit rows"),
    "plans.LedgerRead": _("how far the ledger was read for what meets a plan; reading it again changes nothing"),
    "session.StudySession.made_up_by": _NOTED,
    "session.StudySession.made_up_on": _NOTED,
    "session.Attendance.made_up": _NOTED,
    "session.StudySession.complete_on": _FOUND,
    "session.StudySession.planned_by": _FOUND,
    "article.ArticleWords": _("the words by which an article is found, made of its text whenever that changes"),
    "survey.Sheets": _NAMELESS,
    "survey.Tally": _NAMELESS,
    "survey.TextBox": _NAMELESS,
    "claims.KeptText": _("a draft under work: its figures are checked anew whenever it is opened"),
    "claims.Remembered": _("what words in drafts mean: each verdict shows the figure it was held against"),
}
"""Tables (``app.Model``) and columns (``app.Model.column``) that nothing holds, each with the reason."""

FREE_ROWS: str | Promise = _(
    "Records that were never verified are working papers; only their form is checked. Tickets of surveys are under no "
    "digest: it would tell when each was used."
)
_LEFT_OUT: dict[str, Callable[[Mapping[str, Any]], bool]] = {
    "orgs.Ticket": lambda values: values.get("purpose") == Purpose.SURVEY,
}

# Rows are added to these and never changed; nobody need be on record for a new one.
APPENDED = frozenset({
    "orgs.AuditRow", "evidence.File", "summaries.Edition", "summaries.EditionFigure", "summaries.EditionStep",
    "summaries.Erratum",
})  # fmt: skip
_NAMING = ("ref", "record_ref", "code", "token", "username", "gone", "kept", "date")
# Tables of which audit rows speak as a whole.
_SPOKEN_OF = {"orgs.DayRule": "calendar", "orgs.Term": "calendar"}


def covered_tables() -> list[Covered]:
    """The tables under digests, that of the audit rows first: what explains a change goes under no digest before it."""
    every = [_covered(model) for model in our_models() if is_covered(model)]
    return sorted(every, key=lambda covered: covered.model is not AuditRow)


def is_covered(model: type[models.Model]) -> bool:
    """Whether the rows of a table are under digests; else the log, a snapshot or nothing holds them."""
    label = model._meta.label
    return not (
        issubclass(model, Ledgered) or _is_in_snapshots(model) or label in _BY_THE_LOG | _BY_SNAPSHOT or label in FREE
    )


def _is_in_snapshots(model: type[models.Model]) -> bool:
    """Whether its rows are items of their records; those of cases are as far as their kind says so."""
    if not issubclass(model, Line):
        return False
    key: Any = getattr(model, "record")  # noqa: B009  # the key that the kinds' own models have
    return issubclass(key.field.related_model, Record)


def holder(model: type[models.Model]) -> str:
    """What holds the rows of a table that is not free."""
    if model._meta.label in _BY_THE_LOG:
        return str(_("the hashes of the log"))
    return str(_("digests in the log") if is_covered(model) else _("the snapshot of its record"))


def is_free(model: type[models.Model], column: str) -> bool:
    """Whether nothing holds a column."""
    label = model._meta.label
    key = model._meta.pk.attname == column and column == "id"
    order = column == "place" and _is_in_snapshots(model)
    return key or order or label in FREE or f"{label}.{column}" in FREE


def is_left_out(model: type[models.Model], values: Mapping[str, Any]) -> bool:
    """Whether a row of a table under digests is under none itself. values: the row's, by column."""
    return _covered(model).left_out(values)


@transaction.atomic
def digest_post(*, actor: str) -> Entry | None:
    """Let the log commit to all rows beside it that are new, changed or gone; None where there is none.

    actor: the token of whoever signs, or of the system.
    """
    return digests.post_digests(covered_tables(), _noted_names, unit=home_unit().code, actor=actor)


def sign(*, actor: str) -> str:
    """Let the log commit to all rows beside it, and sign its size and root: what is signed covers all of both.

    actor: as in ``digest_post``. Before a bureau is set up there is nothing but the log. Raises what
    ``checkpoint.check_kept`` does, before anything is posted to a log that is not the one last signed.
    """
    checkpoint.check_kept()
    with contextlib.suppress(NoHomeUnit):
        digest_post(actor=actor)
    return checkpoint.checkpoint()


def flaws() -> Iterator[Flaw]:
    """Yield the rows that are not what the log committed to."""
    yield from digests.flaws(covered_tables(), _noted_names)


def uncovered() -> int:
    """How many rows are under no digest yet, or were changed since."""
    return digests.uncovered(covered_tables())


def _covered(model: type[models.Model]) -> Covered:
    label = model._meta.label
    free = {name.removeprefix(f"{label}.") for name in FREE if name.startswith(f"{label}.")}
    rest = {"left_out": _LEFT_OUT[label]} if label in _LEFT_OUT else {}
    return Covered(model, frozenset(free), _names(model), label in APPENDED, **rest)


def _names(model: type[models.Model]) -> Any:
    """By what audit rows speak of a row: what names it, and what names the rows that it points to."""
    own = [field.attname for field in model._meta.local_concrete_fields if field.name in _NAMING]
    keys = {
        field.attname: field.related_model
        for field in model._meta.local_concrete_fields
        if field.is_relation and field.related_model
    }
    fixed = {_SPOKEN_OF[model._meta.label]} if model._meta.label in _SPOKEN_OF else set()
    look_up = cache(_names_by_key)

    def names(values: Mapping[str, Any]) -> set[str]:
        found = {str(values[name]) for name in own if values.get(name)} | fixed
        for name, target in keys.items():
            if values.get(name) is not None:
                found |= look_up(target).get(values[name], set())
        return {name.replace(" ", "_") for name in found}

    return names


def _names_by_key(model: Any) -> dict[Any, set[str]]:
    own = [field.attname for field in model._meta.concrete_fields if field.name in _NAMING]
    return {key: {str(name) for name in named if name} for key, *named in model._base_manager.values_list("pk", *own)}


def _noted_names() -> set[str]:
    """What audit rows that are under no digest yet name, by their target or in their detail."""
    held = digests.held_rows(AuditRow._meta.db_table)
    found: set[str] = set()
    for row in raw_rows(AuditRow):
        target, detail = row.values.get("target", ""), row.values.get("detail")
        if str(row.key) not in held:
            found |= {target, target.partition("-")[2]}
            found |= set(_texts(detail))
    return found


def _texts(value: Any) -> Iterator[str]:
    """Every text in a detail, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)
