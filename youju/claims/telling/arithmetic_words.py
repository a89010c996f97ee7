"""What the arithmetic inside a text found, said in the language now active."""

from django.utils.translation import gettext as _

from youju.claims.arithmetic import Finding


def sentence_of(finding: Finding) -> str:
    """One sentence with the places and the sum."""
    return _sentences()[finding.code] % finding.params


def _sentences() -> dict[str, str]:
    return {
        "parts-agree": _("The parts add up: %(sum)s, as the total says (%(total)s)."),
        "parts-differ": _("The parts add up to %(sum)s, but the total says %(total)s."),
        "parts-nearly": _("%(sum)s, but the total says %(total)s: with one at each place the two should be equal."),
        "part-exceeds": _("%(part)s is a part of %(total)s, but it is more than that."),
        "rhythm-agrees": _("“%(rhythm)s” makes %(expected)s a year, in line with %(total)s."),
        "rhythm-differs": _("“%(rhythm)s” makes %(expected)s a year, but the text says %(total)s."),
        "product-agrees": _("%(product)s, as the total says (%(total)s)."),
        "product-differs": _("%(product)s, but the total says %(total)s."),
        "share-agrees": _("%(part)s of %(whole)s is %(share)s%%, in line with %(percent)s."),
        "share-differs": _("%(part)s of %(whole)s is %(share)s%%, but the text says %(percent)s."),
        "growth-agrees": _("%(change)s, in line with %(stated)s."),
        "growth-differs": _("%(change)s, but the text says %(stated)s."),
        "hundred-differs": _("The shares add up to %(sum)s, not to 100%%."),
        "percent-impossible": _("No whole number among %(people)s gives %(percent)s; the nearest is %(nearest)s."),
        "percent-possible": _(
            "Of %(people)s, %(percent)s is possible for %(possible)s whole numbers only (such as %(example)s): "
            "say what it is a percentage of."
        ),
        "bounds-clash": _("“%(said)s” says “nearly” and “more than” at once: leave one of them out."),
        "honour-twice": _("One honour is told twice, “%(first)s” and “%(second)s”: it counts once."),
        "two-values": _("One figure has two values, %(first)s and %(second)s; they differ by %(difference)s."),
    }
