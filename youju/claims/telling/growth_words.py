"""A change in words: what the ledger has for both periods, and what lies between."""

from django.utils.translation import gettext as _

from youju.claims.judging.change import Grown
from youju.claims.judging.judge import Judgement, Option
from youju.claims.judging.verdict import Verdict
from youju.claims.reading import Claim
from youju.claims.telling.answer import Own, change_text, moved, named, period_text
from youju.indicators.display import printed
from youju.phrases import enumerated


def growth(claim: Claim, judged: Judgement, option: Option, own: Own) -> str:
    """The reason of a verdict on a change: both values, the sum, and how the claim stands to it."""
    grown = option.grown
    assert grown is not None
    own = own._replace(period=option.figure.period)  # it is said beside the value
    words = {
        "figure": named(option, own),
        "said": moved(grown.change, claim.text, down=grown.change.down),
        "stray": enumerated(dict.fromkeys(judged.unexplained)),
        "period": period_text(option.figure.period), "now": printed(option.figure),
        "base": period_text(grown.before.period), "before": printed(grown.before),
    }  # fmt: skip
    if grown.by is None:
        return _without(option, grown) % words
    told = _("%(figure)s: %(before)s in %(base)s, %(now)s in %(period)s, %(change)s.") % (
        words | {"change": change_text(grown, claim)}
    )
    more = _standing(judged) % words
    return _("%(told)s %(more)s") % {"told": told, "more": more} if more else told


def _without(option: Option, grown: Grown) -> str:
    """Why there is no change to speak of."""
    if grown.before.value is None:
        return _("Nothing verified for %(figure)s in %(base)s, so that no change can be told.")
    if option.figure.value is None:
        return _("Nothing verified for %(figure)s in %(period)s, so that no change can be told.")
    return _("%(figure)s: %(before)s in %(base)s, %(now)s in %(period)s; no such change can be told of them.")


def _standing(judged: Judgement) -> str:
    """How the claim stands to what the ledger has; "" where it agrees."""
    if judged.verdict == Verdict.CONTRADICTED:
        return _("The text says %(said)s.")
    if judged.unexplained:
        return _("The text also says “%(stray)s”: see whether that belongs to it.")
    return _("Another figure may be meant as well.") if judged.verdict == Verdict.AMBIGUOUS else ""
