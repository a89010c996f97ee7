"""Why a verdict: one plain sentence."""

from django.utils.translation import gettext as _

from youju.claims.compare import hint
from youju.claims.judge import Judgement, Option
from youju.claims.reading import Claim
from youju.claims.verdict import Verdict
from youju.claims.words import counts_otherwise
from youju.indicators.figure import Figure


def reason(claim: Claim, judged: Judgement) -> str:
    """Say in the language now active what the ledger has and how the claim stands to it."""
    option, other = judged.option, judged.other
    if option is None:
        return _elsewhere(claim, other) if other else _("Nothing in the ledger speaks to this.")
    if not option.known.values:
        return _nothing(claim, option, other)
    match judged.verdict:
        case Verdict.SUPPORTED:
            return _supported(claim, option)
        case Verdict.AMBIGUOUS if judged.stray:
            return _("The ledger has %(value)s for “%(name)s”; whether that covers “%(stray)s” is for you to say.") % {
                "value": stated(option), "name": name_of(option), "stray": "”“".join(dict.fromkeys(judged.stray)),
            }  # fmt: skip
        case Verdict.AMBIGUOUS if other is not None:
            return _doubtful(claim, option, other)
        case _:
            return _("The ledger has %(value)s for “%(name)s”; the text says %(said)s.") % {
                "value": stated(option), "name": name_of(option), "said": claim.text,
            }  # fmt: skip


def change() -> str:
    """What is said of growth and decline, which no single figure states."""
    return _("A change against an earlier period; the ledger's figures state amounts. Compare the two periods.")


def frame() -> str:
    """What is said of 前10名 before the figure that counts within it."""
    return _("This only sets the range for the figure behind it.")


def gone(name: str) -> str:
    """What is said where a claim is bound to something of which the ledger now holds nothing."""
    return _("Bound by hand to “%(name)s”, of which the ledger holds nothing up to this period.") % {"name": name}


def name_of(option: Option) -> str:
    """What an option counts, with the period where it is not the text's own."""
    return str(option.candidate.indicator.name)


def stated(option: Option) -> str:
    """The ledger's value as people write it."""
    return value_text(option.figure, option.candidate.form, option.candidate.word)


def value_text(figure: Figure, form: str, word: str) -> str:
    """A value with its sign or measure word."""
    if isinstance(figure.value, tuple):
        sign = "、" if form == "rank" else "–"
        text = sign.join(map(str, figure.value))
    else:
        text = str(figure.value)
    if form == "percent":
        return f"{text.removesuffix('.00')}%"
    if form == "rank":
        return _("place %(place)s") % {"place": text}
    return f"{text}{word}"


def _supported(claim: Claim, option: Option) -> str:
    if hint(claim, option.known):
        return _("The ledger has exactly %(value)s for “%(name)s”; it may be written without “nearly”.") % {
            "value": stated(option), "name": name_of(option),
        }  # fmt: skip
    return _("The ledger has %(value)s for “%(name)s”.") % {"value": stated(option), "name": name_of(option)}


def _doubtful(claim: Claim, option: Option, other: Option) -> str:
    words = {
        "value": stated(option), "name": name_of(option), "period": option.figure.period.code,
        "said": claim.text, "other": name_of(other), "other_value": stated(other),
        "other_period": other.figure.period.code,
    }  # fmt: skip
    if option.agrees or not other.agrees:
        return _("Two readings: “%(name)s” is %(value)s, “%(other)s” is %(other_value)s.") % words
    if other.candidate == option.candidate:
        return _("“%(name)s” is %(value)s for %(period)s; %(other_value)s is the figure for %(other_period)s.") % words
    return _("The ledger has %(value)s for “%(name)s”; %(said)s is right for “%(other)s”.") % words


def _nothing(claim: Claim, option: Option, other: Option | None) -> str:
    words = {"name": name_of(option), "period": option.figure.period.code, "said": claim.text}
    if other is None:
        return _("Nothing verified for “%(name)s” in %(period)s.") % words
    return _("Nothing verified for “%(name)s” in %(period)s; %(said)s is right for “%(other)s”.") % (
        words | {"other": name_of(other)}
    )


def _elsewhere(claim: Claim, other: Option) -> str:
    if counts_otherwise(claim, other.candidate.word):
        return _("“%(other)s” is %(value)s; persons and attendances, households and visits are not the same.") % {
            "other": name_of(other), "value": stated(other),
        }  # fmt: skip
    return _("%(said)s is right for “%(other)s”, but the text names another level or period.") % {
        "said": claim.text, "other": name_of(other),
    }  # fmt: skip
