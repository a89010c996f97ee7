"""``youju summary returned``: what was changed by hand in a Word document that came back, and taking it over."""

from pathlib import Path

import click
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext_noop as _

from youju.cli.database import require_database
from youju.cli.files import read_bytes, read_text
from youju.cli.help import command, option
from youju.cli.made_file import made_file
from youju.cli.output import put, put_json, say
from youju.errors import YoujuError
from youju.lib.periods import Period
from youju.orgs.tree import find_unit
from youju.summaries.binding.summary import Hand
from youju.summaries.paper.returned import Edit, read_returned
from youju.summaries.paper.taking_over import printed_names, taken_over


class NotTold(YoujuError):
    code = "not-told"
    sentence = gettext_lazy(
        "Figures changed by hand are taken over only with why, where they were read and who asked: give --template, "
        "--out, --reason, --source and --asked-by together."
    )


@command()
@click.argument("file", type=click.Path(dir_okay=False))
@option("--template", type=click.Path(dir_okay=False), help=_("The template it was built from; changes go into it."))
@option("--out", type=click.Path(dir_okay=False), help=_("Where to write the changed template: a new file."))
@option("--reason", default="", help=_("Why the ledger does not carry the changed figures."))
@option("--source", default="", help=_("Where the changed figures were read."))
@option("--asked-by", default="", help=_("Who asked for the changes."))
@option("--json", "as_json", is_flag=True, help=_("Print the changes as a JSON array."))
def returned_command(
    file: str, template: str | None, out: str | None, reason: str, source: str, asked_by: str, as_json: bool
) -> None:
    require_database()
    hand = Hand(reason.strip(), source.strip(), asked_by.strip())
    if any((template, out, *hand)) and not all((template, out, *hand)):
        raise NotTold()
    found = read_returned(read_bytes(file), Path(file).name)
    _tell(found.edits, as_json)
    if template and out:
        names = printed_names(find_unit(found.original.unit), Period.parse(found.original.period))
        text, left = taken_over(read_text(template), found.edits, hand, names)
        with made_file(Path(out)) as made:
            made.write(text.encode())
        for edit in left:
            say(gettext("Not taken over, do it by hand: %(text)s") % {"text": edit.after or edit.before})


def _tell(edits: tuple[Edit, ...], as_json: bool) -> None:
    if as_json:
        put_json([
            {
                "section": edit.section,
                "before": edit.before,
                "after": edit.after,
                "indicator": edit.figure.code if edit.figure else None,
            }
            for edit in edits
        ])  # fmt: skip
        return
    for edit in edits:
        code = edit.figure.code or gettext("by hand") if edit.figure else ""
        put("\t".join((edit.section, code, edit.before, "→", edit.after)))
    if not edits:
        say(gettext("Nothing was changed by hand."))


returned_command.name = "returned"
