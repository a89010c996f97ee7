"""The workbooks of kinds: ``youju template KIND``, ``youju import KIND``, one command a kind of record."""

from io import BytesIO
from pathlib import Path

import click
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.files import read_bytes
from youju.cli.help import Group, option
from youju.cli.made_file import made_file
from youju.cli.output import say, tell_progress
from youju.cli.writing import require_writing
from youju.errors import NotAllowed, SheetRefused, problem_text
from youju.orgs.invitations import find_member
from youju.orgs.members import Member
from youju.orgs.tree import find_unit
from youju.orgs.units import Unit
from youju.records.kind import SheetKind
from youju.records.kinds import sheet_kinds
from youju.records.sheets.importing import Imported, records_import
from youju.records.sheets.outside_lists import list_of, read_list_of, write_listed
from youju.records.sheets.reading import read_records
from youju.records.sheets.template import write_kind_template

_BAD_INPUT = 2


class KindGroup(Group):
    """The group's own commands, and one for each kind of record."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *(kind.code for kind in sheet_kinds())]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        own = super().get_command(ctx, cmd_name)
        kind = next((kind for kind in sheet_kinds() if kind.code == cmd_name), None)
        return own or (self.of_kind(kind) if kind else None)

    def any_kind(self) -> click.Command:
        """The command of one of the kinds; those of the others are called alike."""
        return self.of_kind(sheet_kinds()[0])

    def of_kind(self, kind: SheetKind) -> click.Command:
        raise NotImplementedError


class TemplateGroup(KindGroup):
    def of_kind(self, kind: SheetKind) -> click.Command:
        @click.command(kind.code, help=str(kind.help))
        @click.argument("file", type=click.Path(path_type=Path))
        @option("--unit", "unit_code", default="", help=_("Code of the only unit that the drop-down offers."))
        def write(file: Path, unit_code: str) -> None:
            require_database()
            content = BytesIO()
            write_kind_template(content, kind=kind, unit=find_unit(unit_code) if unit_code else None)
            with made_file(file) as out:
                out.write(content.getbuffer())
            said = {"name": file, "kind": kind.code}
            say(
                gettext("%(name)s is written. Fill it in, then: youju import %(kind)s %(name)s --by MEMBER --dry-run")
                % said
            )

        return write


class ImportGroup(KindGroup):
    def of_kind(self, kind: SheetKind) -> click.Command:
        @click.command(kind.code, help=str(kind.help))
        @click.argument("file")
        @option("--by", "username", required=True, help=_("Log-in name of the member in whose name it is done."))
        @option("--dry-run", is_flag=True, help=_("Only say what is wrong and what would change."))
        @option("--submit", is_flag=True, help=_("Hand the drafts in as well; where one cannot go in, none does."))
        @option("--list", "outside", is_flag=True, help=_("The file is the list from outside that this kind reads."))
        @option("--unit", "unit_code", default="", help=_("Of such a list: code of the unit; else the member's own."))
        @option("--year", type=click.IntRange(2000, 2199), help=_("Year of days written without one."))
        def take_in(
            file: str, username: str, dry_run: bool, submit: bool, outside: bool, unit_code: str, year: int | None
        ) -> int:
            require_writing()
            actor = find_member(username)
            content = BytesIO(read_bytes(file))
            try:
                if outside:
                    unit = find_unit(unit_code) if unit_code else actor.unit
                    say(_taken_from_list(kind, content, unit, actor, dry_run=dry_run))
                    return 0
                reading = read_records(kind=kind, content=content, actor=actor, year=year or 0, progress=tell_progress)
                for note in reading.notes:
                    say(problem_text(note))
                name = Path(file).name
                done = records_import(reading=reading, actor=actor, name=name, submit=submit, dry_run=dry_run)
            except SheetRefused as refused:
                for problem in refused.problems:
                    say(problem_text(problem))
                say(gettext("Nothing was changed. Correct the file and read it again."))
                return _BAD_INPUT
            say(_conclusion(done, dry_run=dry_run))
            return 0

        return take_in


def _taken_from_list(kind: SheetKind, content: BytesIO, unit: Unit | None, actor: Member, *, dry_run: bool) -> str:
    """Read the list of a kind in, or with dry_run only say what would come. Raises SheetRefused, NotAllowed."""
    if list_of(kind) is None:
        raise click.UsageError(gettext("This kind reads no list from outside; leave --list away."))
    if unit is None:
        raise NotAllowed()
    listed = read_list_of(kind=kind, content=content, unit=unit)
    if listed.problems:
        raise SheetRefused(listed.problems)
    count = len(listed.new) if dry_run else write_listed(kind=kind, listed=listed, unit=unit, actor=actor)
    said = gettext("%(new)s new, %(same)s there already.") % {"new": count, "same": len(listed.there)}
    return gettext("Nothing was written. It would be: %(what)s") % {"what": said} if dry_run else said


def _conclusion(done: Imported, *, dry_run: bool) -> str:
    said = gettext("%(new)s new, %(changed)s changed, %(same)s the same; %(submitted)s handed in.") % {
        "new": done.new, "changed": done.changed, "same": done.same, "submitted": done.submitted,
    }  # fmt: skip
    if dry_run:
        return gettext("Nothing was written. It would be: %(what)s") % {"what": said}
    moved = done.new + done.changed
    text = ngettext("%(count)s row was written.", "%(count)s rows were written.", moved) % {"count": moved}
    return f"{text} {said}"
