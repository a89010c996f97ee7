"""An adopted text as the page shows it."""

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from youju.claims.targets import search, targets
from youju.desk.summary.links import figure_link
from youju.lib.periods import Period
from youju.phrases import enumerated
from youju.summaries.adopting.adoption import Adoption, Pointed, Unbound
from youju.summaries.adopting.following import Followed, changed_most, follow, unprintable, without_evidence
from youju.summaries.adopting.rhetoric import contradicted
from youju.summaries.binding.build import build
from youju.summaries.binding.markup import to_html


class Result(NamedTuple):
    """preview: the new text with the new year's figures. chosen: what a person said, by the figure's number.

    typed: the words by which no one figure was found, by number.
    """

    adoption: Adoption
    period: Period
    title: str
    chosen: Mapping[int, str]
    typed: Mapping[int, str]
    changed: list[Followed]
    gone: list[Followed]
    unprintable: list[Followed]
    words: list[Pointed]
    preview: SafeString

    @property
    def figures(self) -> int:
        return len(self.adoption.bound) + len(self.adoption.unbound)


def result_of(
    adoption: Adoption, period: Period, title: str, chosen: Mapping[int, str], typed: Mapping[int, str]
) -> Result:
    """Everything that is shown of an adoption."""
    followed = follow(adoption, period)
    built = build(unit=adoption.unit, period=period, template=adoption.text, draft=True)
    return Result(
        adoption=adoption,
        period=period,
        title=title,
        chosen=chosen,
        typed=typed,
        changed=changed_most(followed),
        gone=without_evidence(followed),
        unprintable=unprintable(followed),
        words=list(contradicted(adoption.text, followed)),
        preview=mark_safe(to_html(built, figure_link)),  # safe: to_html cleans the prose and escapes what it puts in
    )


def chosen_of(said: Mapping[int, str], adoption: Adoption) -> tuple[dict[int, str], list[str]]:
    """The targets that were chosen or named in words, and what to say of words that name none or several."""
    unbound = {one.number: one for one in adoption.unbound}
    among = targets(adoption.unit, adoption.of) if said else []
    known = {candidate.indicator.code for candidate in among}
    chosen: dict[int, str] = {}
    refused = []
    for number, words in said.items():
        one = unbound.get(number)
        if one is None:
            continue
        if words in known:
            chosen[number] = words
            continue
        found = search(words, one.checked.claim, among)
        named = [each for each in found.found if str(each.indicator.name) == words] or found.found
        if len(named) == 1 and not found.near:
            chosen[number] = named[0].indicator.code
        else:
            refused.append(_not_one(one, words, [str(each.indicator.name) for each in found.found[:_OFFERED]]))
    return chosen, refused


_OFFERED = 5


def _not_one(one: Unbound, words: str, names: list[str]) -> str:
    if not names:
        return _("“%(words)s” for %(said)s: there is no such figure.") % {"words": words, "said": one.said}
    return _("“%(words)s” for %(said)s may be several figures: %(names)s. Write the name of one.") % {
        "words": words, "said": one.said, "names": enumerated(names),
    }  # fmt: skip
