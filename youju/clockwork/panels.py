"""Panels that were closed some time ago: who gave whom how many points is deleted, the totals stay."""

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from youju.orgs.actors import SYSTEM
from youju.orgs.settings import setting
from youju.records.honours.nomination.models import Score
from youju.records.honours.nomination.scoring import scores_forget
from youju.records.honours.round.models import Round


def panels_to_forget(day: date) -> list[str]:
    """Each selection whose panel was closed long enough ago and that still has single scores."""
    before = day - timedelta(days=setting("panel_score_days"))
    kept = Score.objects.filter(panelist__round__panel_closed_on__lt=before).values("panelist__round")
    return [f"{ref}#panel" for ref in Round.objects.filter(pk__in=kept).order_by("ref").values_list("ref", flat=True)]


@transaction.atomic
def forget_panel(key: str) -> str:
    """Keep the totals alone."""
    round = Round.objects.get(ref=key.partition("#")[0])
    return _("%(count)s single scores were deleted.") % {"count": scores_forget(round=round, actor=SYSTEM)}
