"""启用: from a day on the bureau works here for good. Refused while anything that it must have is missing."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from youju.bureau.readiness import readiness
from youju.errors import Conflict, NotAllowed, YoujuError
from youju.lib import clock
from youju.orgs import audit
from youju.orgs.actors import Actor
from youju.orgs.members import Member, Role
from youju.orgs.setting_verbs import setting_change
from youju.orgs.settings import setting
from youju.orgs.tree import home_unit
from youju.records.heads.states import ENDED
from youju.records.opening.models import OpeningFigure


class NotReady(Conflict):
    code = "not-ready"
    sentence = _("The bureau cannot begin yet. Still red: %(what)s.")


class AlreadyLive(Conflict):
    code = "already-live"
    sentence = _("The bureau works here since %(day)s. That day stays: figures rest on it.")


class OpeningAfter(YoujuError):
    code, status = "opening-after", 422
    sentence = _("The opening figure “%(title)s” is of %(day)s: begin on a later day, or correct it first.")


@transaction.atomic
def bureau_go_live(*, day: date, actor: Actor) -> None:
    """Set the day from which the bureau works here. Until that day has come it can be set anew.

    Raises NotAllowed, AlreadyLive, OpeningAfter, NotReady.
    """
    home = home_unit()
    if isinstance(actor, Member) and home.pk not in actor.roles().get(Role.ADMIN, set()):
        raise NotAllowed()
    since: date | None = setting("live_since")
    if since is not None and since <= clock.today():
        raise AlreadyLive(day=since)
    late = OpeningFigure.objects.exclude(state__in=ENDED).filter(happened__gte=day).first()
    if late is not None:
        raise OpeningAfter(title=late.title, day=late.happened)
    red = [str(answer.question.label) for answer in readiness() if answer.red]
    if red:
        raise NotReady(what=str(_(", ")).join(red))
    setting_change(name="live_since", text=day.isoformat(), actor=actor, verb="bureau_go_live")
    audit.write(actor=actor, action="bureau.live", target=home.code, day=day.isoformat())
