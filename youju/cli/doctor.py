"""``youju doctor``: what is missing or unsafe on this machine, in plain words."""

from contextlib import suppress

from django.conf import settings
from django.db import connection
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from youju.bureau.readiness import readiness
from youju.cli.database import require_database
from youju.cli.help import command, option
from youju.cli.output import put, put_json
from youju.lib.clock import now
from youju.machine.checks import CHECKS, Check
from youju.orgs.fonts import NoChineseFont, own_folder
from youju.summaries.paper.glyphs import stand_ins

FINDING = 1


@command()
@option("--live", is_flag=True, help=_("Say whether the bureau is ready to begin."))
@option("--json", "as_json", is_flag=True, help=_("Print a JSON array of what was found."))
def doctor(live: bool, as_json: bool) -> int:
    if live:
        return _readiness(as_json)
    found = [(check, sentence) for check in CHECKS for sentence in check.findings()]
    if as_json:
        put_json([{"check": check.code, "sentence": sentence} for check, sentence in found])
    else:
        _report(found)
    return FINDING if found else 0


def _readiness(as_json: bool) -> int:
    """What is ready: ✗ must be seen to before the bureau begins, ! should be."""
    require_database()
    answers = readiness()
    if as_json:
        put_json([
            {"check": each.question.code, "must": each.question.must, "sentences": list(each.missing)}
            for each in answers
        ])  # fmt: skip
    else:
        for each in answers:
            put(f"{'✗' if each.red else '!' if each.missing else '✓'} {each.question.label}")
            for sentence in each.missing:
                put(f"    {sentence}")
    return FINDING if any(each.red for each in answers) else 0


def _report(found: list[tuple[Check, str]]) -> None:
    for check in CHECKS:
        sentences = [sentence for other, sentence in found if other is check]
        put(f"{'✗' if sentences else '✓'} {check.name}")
        for sentence in sentences:
            put(f"    {sentence}")
    clock = f"{now().astimezone().isoformat(timespec='seconds')} / {settings.TIME_ZONE}"
    put(gettext("Folder: %(home)s. Database: %(database)s. Clock: %(clock)s.") % {
        "home": settings.HOME,
        "database": connection.vendor,
        "clock": clock,
    })  # fmt: skip
    with suppress(NoChineseFont):  # which the checks have told
        if told := stand_ins():
            put(f"{told} {gettext('The fonts that a bureau owns go into %(folder)s.') % {'folder': own_folder()}}")
