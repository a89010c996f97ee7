"""Sheets that wait for a member's points or grades, on the first screen: no other page leads to them."""

from datetime import date
from typing import NamedTuple

from django.urls import reverse

from youju.lib.clock import day_of
from youju.orgs.members import Member
from youju.records.accreditation.application.expert_verbs import sheets_in_hand as grading_in_hand
from youju.records.honours.round.panel import sheets_in_hand as scoring_in_hand


class Waiting(NamedTuple):
    """A sheet: of what, where it opens, and the last day on which it does, where one is set."""

    title: str
    url: str
    until: date | None = None


def sheets_in_hand(member: Member) -> list[Waiting]:
    """Of selections first, then of applications."""
    scoring = [
        Waiting(each.round.title, reverse("round-sheet", args=[each.round.ref])) for each in scoring_in_hand(member)
    ]
    grading = [
        Waiting(sheet.application.title, reverse("grading", args=[sheet.pk]), day_of(sheet.expires))
        for sheet in grading_in_hand(member)
    ]
    return scoring + grading
