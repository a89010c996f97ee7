"""Putting the list of a selection under notice: names alone, of pupils only by a consent or on a stated basis.

Selections and nominations are those of the models, which ask here.
"""

from typing import Any

from django.utils.translation import gettext as _

from youju.lib import clock
from youju.orgs.actors import Actor
from youju.records.notices.lines import line_of
from youju.records.notices.models import Notice, NoticeLine
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


def _line(round: Any, nomination: Any) -> NoticeLine:
    if nomination.person is None:
        return NoticeLine(str(nomination.unit.name), "", str(round.award))
    return line_of(
        nomination.person, unit=str(nomination.unit), told=str(round.award), day=clock.today(), basis=round.names_basis
    )
