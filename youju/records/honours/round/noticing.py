"""Putting the list of a selection under notice: names alone, of pupils only by a consent or on a stated basis.

Selections and nominations are those of the models, which ask here.
"""

from typing import Any

from django.utils.translation import gettext as _

from youju.gate.outgoing import Outgoing, Purpose, text_part
from youju.lib import clock
from youju.orgs.actors import Actor
from youju.records.notices.lines import line_of, shown
from youju.records.notices.models import Notice, NoticeLine, NoticeState
from youju.records.notices.verbs import notice_begin


def notice_of_list(round: Any, actor: Actor) -> Notice:
    """Begin it; one that ran of another list ends by it. Raises NoticeRunsAlready."""
    return notice_begin(
        ref=round.ref,
        title=_("Public notice of the proposed list: %(title)s") % {"title": round.title},
        digest=round.digest,
        lines=[_line(round, nomination) for nomination in round.nominations_listed()],
        where=round.posted_at,
        contact=round.contact,
        basis=round.names_basis,
        actor=actor,
    )


def what_goes_out(round: Any) -> Outgoing:
    """The running notice as the publication gate looks at it; the basis on which pupils are named is a part of it."""
    notice = Notice.objects.get(ref=round.ref, state=NoticeState.RUNNING)
    lines = [" ".join(filter(None, (line.name, line.unit, line.told))) for line in shown(notice)]
    said = [notice.title, *lines, notice.where, notice.contact]
    parts = [text_part(_("notice"), "\n".join(said))]
    if notice.basis:
        parts.append(text_part(_("basis on which minors are named"), notice.basis))
    named = [each.person for each in round.nominations_listed() if each.person and notice.basis]
    released = frozenset(person.name for person in named if person.is_minor(clock.today()))
    return Outgoing(Purpose.NOTICE, round.ref, notice.title, round.unit, tuple(parts), released)


def _line(round: Any, nomination: Any) -> NoticeLine:
    if nomination.person is None:
        return NoticeLine(str(nomination.unit.name), "", str(round.award))
    return line_of(
        nomination.person, unit=str(nomination.unit), told=str(round.award), day=clock.today(), basis=round.names_basis
    )
