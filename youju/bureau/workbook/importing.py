"""The bureau's workbook takes effect: planned, tried, shown; and then all of it in one transaction, or nothing."""

from hashlib import sha256

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from youju.bureau.workbook.lines import Hands
from youju.bureau.workbook.planning import Planning
from youju.bureau.workbook.present import Present
from youju.bureau.workbook.preview import Preview, in_file_order
from youju.bureau.workbook.reading import ReadBureau, read_bureau
from youju.errors import Conflict, SheetRefused, YoujuError
from youju.ledger import lock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.member_verbs import refuse_outsider
from youju.orgs.tree import home_unit


class PreviewOutdated(Conflict):
    code = "preview-outdated"
    sentence = gettext_lazy(
        "Since you looked, something was changed, and the workbook would now do something else. Nothing was imported: "
        "look at the preview once more."
    )


def bureau_preview(*, content: bytes, actor: Actor) -> Preview:
    """What a workbook would change. It is tried to its end and taken back, so that what verbs refuse is told too.

    Raises SheetRefused where it cannot be read at all, NotAllowed, NoHomeUnit.
    """
    refuse_outsider(actor, home_unit().pk)
    read = read_bureau(content)
    with transaction.atomic():
        preview = _carried_out(read, actor, "")
        transaction.set_rollback(True)
    return preview


@transaction.atomic
def bureau_import(*, content: bytes, name: str, actor: Actor, seen: str = "") -> Preview:
    """Let the workbook take effect. name: of the file, as the reason of what is founded; seen: the preview's digest.

    Raises SheetRefused with every fault, PreviewOutdated, NotAllowed, NoHomeUnit.
    """
    home = home_unit()
    refuse_outsider(actor, home.pk)
    preview = _carried_out(read_bureau(content), actor, name)
    if preview.problems:
        raise SheetRefused(preview.problems)
    if seen and seen != preview.digest:
        raise PreviewOutdated()
    if preview.lines:
        counts = {action.name.lower(): count for action, count, _lines in preview.by_action()}
        digest = sha256(content).hexdigest()
        audit.write(actor=actor, action="bureau.import", target=home.code, file=name[-100:], sha256=digest, **counts)
    return preview


def _carried_out(read: ReadBureau, actor: Actor, name: str) -> Preview:
    """Plan under the ledger's lock, and take the steps, which the caller's transaction keeps or takes back."""
    lock.hold()
    planning = Planning.of(Present.read())
    for sheet, table in read.tables:
        sheet.plan(table, planning)
    planning.problems += read.problems
    if not planning.problems:
        _act(planning, Hands(actor, _("from the workbook %(name)s") % {"name": name or "xlsx"}))
    pages = [table.sheet.name for _sheet, table in read.tables]
    lines = tuple(line for step in planning.steps for line in step.lines)
    said = [*read.notes, *planning.notes], planning.proposals, planning.problems
    notes, proposals, problems = (in_file_order(each, pages) for each in said)
    return Preview(lines, notes, proposals, problems)


def _act(planning: Planning, hands: Hands) -> None:
    """Take every step; what a verb refuses is a problem at the cell that asked for it."""
    for step in planning.steps:
        try:
            with transaction.atomic():
                step.act(hands)
        except YoujuError as error:
            planning.refused(step.place, error)
            if step.ground:
                return
