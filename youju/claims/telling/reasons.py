"""Why a verdict: one plain sentence."""

from django.utils.translation import gettext as _

from youju.claims.judging.compare import hint
from youju.claims.judging.judge import Judgement, Option
from youju.claims.judging.verdict import Verdict
from youju.claims.lexicon.measure_words import counts_loosely, counts_otherwise
from youju.claims.reading import Claim
from youju.claims.telling.answer import Own, named, stated
from youju.claims.telling.growth_words import growth
from youju.phrases import enumerated


def reason(claim: Claim, judged: Judgement, own: Own) -> str:
    """Say in the language now active what the ledger has and how the claim stands to it."""
    option, other = judged.option, judged.other
    if option is None:
        return _elsewhere(claim, other, own) if other else _("Nothing in the ledger speaks to this.")
    if option.grown is not None:
        return growth(claim, judged, option, own)
    words = {"figure": named(option, own), "value": stated(option, claim), "said": claim.text}
    if not option.known.values:
        return _nothing(claim, option, other, own)
    match judged.verdict:
        case Verdict.SUPPORTED:
            return _supported(claim, option) % words
        case Verdict.AMBIGUOUS if judged.unexplained:
            return _beside(option) % (words | {"stray": unexplained(judged)})
        case Verdict.AMBIGUOUS if other is not None:
            return _doubtful(claim, option, other, own)
        case _:
            return _("The ledger has %(value)s for %(figure)s; the text says %(said)s.") % words


def no_change() -> str:
    """What is said of a growth or a decline whose figure the ledger does not have."""
    return _("A change against an earlier period, of which the ledger has no figure.")


def frame() -> str:
    """What is said of 前10名 before the figure that counts within it."""
    return _("This only sets the range for the figure beside it.")


def total() -> str:
    """What is said of 合计104个 behind its parts."""
    return _("This adds up the figures before it; the ledger has no figure of its own for it.")


def twice() -> str:
    """What is said of a figure that its sentence told before by another name."""
    return _("This sentence told the same figure of the ledger before: see whether both are meant.")


def gone(name: str) -> str:
    """What is said where a claim is bound to something of which the ledger now holds nothing."""
    return _("Bound by hand to “%(name)s”, of which the ledger holds nothing up to this period.") % {"name": name}


def unexplained(judged: Judgement) -> str:
    """The words beside the claim that no figure has, each once."""
    return enumerated(dict.fromkeys(judged.unexplained))


def _supported(claim: Claim, option: Option) -> str:
    if hint(claim, option.known):
        return _("The ledger has exactly %(value)s for %(figure)s; it may be written without “nearly”.")
    if claim.approx != "exact":
        return _("The ledger has %(value)s for %(figure)s; “%(said)s” is in line with it.")
    return _("The ledger has %(value)s for %(figure)s.")


def _beside(option: Option) -> str:
    if option.agrees:
        return _(
            "The ledger has %(value)s for %(figure)s. The text also says “%(stray)s”: see whether that belongs to it."
        )
    return _(
        "The ledger has %(value)s for %(figure)s, the text %(said)s. "
        "But it also says “%(stray)s”, and so may speak of something else."
    )


def _doubtful(claim: Claim, option: Option, other: Option, own: Own) -> str:
    same = other.candidate == option.candidate
    words = {
        "figure": named(option, own, period=same), "value": stated(option, claim), "said": claim.text,
        "other": named(other, own, period=same), "other_value": stated(other, claim),
    }  # fmt: skip
    if option.agrees or not other.agrees:
        return _("Two readings: %(figure)s is %(value)s, %(other)s is %(other_value)s. Say which is meant.") % words
    return _("The ledger has %(value)s for %(figure)s; %(said)s agrees with %(other)s.") % words


def _nothing(claim: Claim, option: Option, other: Option | None, own: Own) -> str:
    words = {"figure": named(option, own, period=True), "said": claim.text}
    if other is None:
        return _("Nothing verified for %(figure)s.") % words
    words["other"] = named(other, own, period=other.candidate == option.candidate)
    if not other.agrees:
        words["value"] = stated(other, claim)
        return _("Nothing verified for %(figure)s; of %(other)s the ledger has %(value)s, the text %(said)s.") % words
    return _("Nothing verified for %(figure)s; %(said)s agrees with %(other)s.") % words


def _elsewhere(claim: Claim, other: Option, own: Own) -> str:
    words = {"other": named(other, own), "value": stated(other, claim), "said": claim.text}
    if counts_otherwise(claim, other.candidate.word):
        return (
            _("The ledger has %(value)s for %(other)s; persons and attendances, households and visits differ.") % words
        )
    if counts_loosely(claim, other.candidate.word):
        words["word"] = claim.unit
        return _("The ledger has %(value)s for %(other)s, which is not counted in %(word)s.") % words
    if other.otherwise:
        return (
            _("The ledger has %(value)s for %(other)s. What each unit did does not say what each person did.") % words
        )
    return _("%(said)s agrees with %(other)s, but the text names another level, unit or period.") % words
