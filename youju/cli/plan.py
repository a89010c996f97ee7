"""``youju plan``: the year's plan from ready-made items, approved by a second person; who owes what; completeness."""

from collections.abc import Iterable
from pathlib import Path

import click
from django.db.models import QuerySet
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.export import NoForm
from youju.cli.help import group, option
from youju.cli.made_file import made_file
from youju.cli.output import put, say
from youju.cli.writing import require_writing
from youju.desk.plans.completeness_sheet import columns_of, completeness_note, rows_of
from youju.desk.plans.due_filter import WHICH, places_of, which_dues
from youju.desk.plans.foretold import approval_lines, copied_lines
from youju.desk.plans.words import audience_text, due_text, rhythm_text, who_text, window_text
from youju.lib import clock
from youju.lib.sheets.export import write_csv, write_rows
from youju.orgs.invitations import find_member
from youju.orgs.members import Member
from youju.orgs.tree import find_unit
from youju.plans.access import dues_for, get_item_for, items_for, sections_to_draft
from youju.plans.completeness import Table, table_of
from youju.plans.dues import Due
from youju.plans.item_verbs import items_approve
from youju.plans.items import ItemState, PlanItem
from youju.plans.new_year import year_begin, year_copied
from youju.plans.ready_made import ready_for, ready_made_draft

_year = option("--year", type=click.IntRange(1900, 2199), help=_("The plan's year; the present one unless given."))
_by = option("--by", "username", required=True, help=_("Log-in name of the member in whose name it is done."))
_unit = option("--unit", "unit_code", default="", help=_("Only this unit, or a town with its schools, by its code."))


@group()
def plan() -> None:
    """Holds those below; each asks for the database itself, so that --help needs none."""


@plan.command(help=_("Print the ready-made items that a member may still draft for a year."))
@_year
@_by
def library(year: int | None, username: str) -> None:
    require_database()
    year = year or clock.today().year
    ready = ready_for(find_member(username), year)
    for code, values in ready.items():
        item = PlanItem(**values, year=year)
        put("\t".join([code, item.title, audience_text(item), rhythm_text(item), due_text(item)]))
    say(ngettext("%(count)d item is offered.", "%(count)d items are offered.", len(ready)) % {"count": len(ready)})


@plan.command(help=_("Draft ready-made items, all that are offered or those of CODE, and say what they will make."))
@click.argument("codes", metavar="[CODE]...", nargs=-1)
@_year
@_by
def make(codes: tuple[str, ...], year: int | None, username: str) -> None:
    require_writing()
    year = year or clock.today().year
    _told_drafts(ready_made_draft(year=year, codes=codes, actor=find_member(username)))


@plan.command("new-year", help=_("Draft the next year's plan from that of a year; what was closed stays closed."))
@_year
@_by
@option("--dry-run", is_flag=True, help=_("Only say what would be drafted."))
def new_year(year: int | None, username: str, dry_run: bool) -> None:
    require_writing()
    actor, year = find_member(username), year or clock.today().year
    sections = sections_to_draft(actor)
    for line in copied_lines(year_copied(year, sections)):
        say(line)
    if not dry_run:
        _told_drafts(year_begin(year=year, sections=sections, actor=actor))


@plan.command(help=_("Print the items of a year with their state."))
@_year
@_by
def show(year: int | None, username: str) -> None:
    require_database()
    items = items_for(find_member(username)).filter(year=year or clock.today().year)
    for item in items.exclude(state=ItemState.REPLACED):
        put("\t".join([
            item.ref, item.get_state_display(), item.title, audience_text(item), rhythm_text(item), due_text(item),
        ]))  # fmt: skip


@plan.command(help=_("Put drafts into force, all of a year or those of REF. Not by whoever drafted them."))
@click.argument("refs", metavar="[REF]...", nargs=-1)
@_year
@_by
@option("--dry-run", is_flag=True, help=_("Only say which dues it would make."))
def approve(refs: tuple[str, ...], year: int | None, username: str, dry_run: bool) -> None:
    require_writing()
    actor = find_member(username)
    items = [get_item_for(actor, ref, need="approve") for ref in refs] or list(_drafts(actor, year))
    for line in approval_lines(items):
        say(line)
    if not dry_run:
        made = items_approve(items=items, actor=actor)
        say(ngettext("%d due was made or changed.", "%d dues were made or changed.", made) % made)


@plan.command(help=_("Print who owes what, the first due first, with its state."))
@_year
@_by
@_unit
@option(
    "--which", type=click.Choice([name for name, _label in WHICH]), default="open", show_default=True,
    help=_("Which dues."),
)  # fmt: skip
def owed(year: int | None, username: str, unit_code: str, which: str) -> None:
    require_database()
    found = _narrowed(dues_for(find_member(username)).filter(which_dues(which)), year, unit_code)
    rows = list(found.order_by("due_on", "item__title", "unit__code", "pk"))
    for due in rows:
        put("\t".join([f"{due.due_on}", who_text(due), due.item.title, window_text(due), _state(due)]))
    say(ngettext("%(count)d due.", "%(count)d dues.", len(rows)) % {"count": len(rows)})


@plan.command(help=_("Print unit by item how much is met of what was due, or write it into FILE (.xlsx or .csv)."))
@click.argument("file", type=click.Path(path_type=Path), required=False)
@_year
@_by
@_unit
def completeness(file: Path | None, year: int | None, username: str, unit_code: str) -> None:
    require_database()
    actor, year = find_member(username), year or clock.today().year
    items = list(items_for(actor).filter(year=year, state=ItemState.APPROVED))
    table = table_of(_narrowed(dues_for(actor).filter(item__in=items), None, unit_code), items)
    if file is not None:
        _write(file, table, year, actor)
        return
    for row in [[column.label for column in columns_of(table)], *rows_of(table)]:
        put("\t".join(map(str, row)))


def _write(file: Path, table: Table, year: int, actor: Member) -> None:
    form = file.suffix.lower().lstrip(".")
    if form not in ("xlsx", "csv"):
        raise NoForm(name=file)
    with made_file(file) as out:
        completeness_note(table=table, year=year, form=form, actor=actor)
        if form == "csv":
            out.writelines(write_csv(columns_of(table), rows_of(table)))
        else:
            write_rows(out, [(gettext("Completeness"), columns_of(table), rows_of(table))])
    say(gettext("%(name)s is written.") % {"name": file})


def _told_drafts(drafts: list[PlanItem]) -> None:
    for item in drafts:
        put(f"{item.ref}\t{item.title}")
    for line in approval_lines(drafts):
        say(line)
    say(gettext("These are drafts. Somebody else puts them into force: youju plan approve --by MEMBER"))


def _drafts(actor: Member, year: int | None) -> Iterable[PlanItem]:
    return items_for(actor).filter(state=ItemState.DRAFT, year=year or clock.today().year)


def _narrowed(dues: QuerySet[Due], year: int | None, unit_code: str) -> QuerySet[Due]:
    if year:
        dues = dues.filter(item__year=year)
    return dues.filter(unit__in=places_of(find_unit(unit_code).code)) if unit_code else dues


def _state(due: Due) -> str:
    """Its state in words; what should have been met before today is overdue."""
    if due.state == "due" and due.has_fallen(clock.today()):
        return gettext("overdue")
    return due.get_state_display()
