"""Documents on the first screen: what waits for a signature, what is to go out, what went out, what is wrong in it."""

from typing import NamedTuple

from youju.orgs.members import Member, Role
from youju.records.rights import reached_units
from youju.summaries.drafts.access import documents_for
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.errata import to_correct
from youju.summaries.issuing.verbs import drafters_of, standing_editions

_SHOWN = 5
# Older texts are looked at on their own pages.
_WATCHED = 20


class Wrong(NamedTuple):
    """An issued document of which so many figures no longer hold, and no erratum is under way."""

    document: Document
    figures: int


class DocumentsInHand(NamedTuple):
    """to_sign: by this member, who drafted nothing of them. to_issue: signed, for an officer to let go out."""

    to_sign: list[Document]
    to_issue: list[Document]
    wrong: list[Wrong]
    issued: list[Document]

    def __bool__(self) -> bool:
        return any(self)


def documents_in_hand(member: Member) -> DocumentsInHand:
    """What a signing leader and an officer have to do with documents; nothing for other roles."""
    signing, office = reached_units(member, Role.SIGNER), reached_units(member, Role.OFFICER)
    if not signing | office:
        return DocumentsInHand([], [], [], [])
    open_ones = documents_for(member)
    frozen = open_ones.filter(state=DocumentState.FROZEN, unit__in=signing)
    signed = open_ones.filter(state=DocumentState.SIGNED, unit__in=office)
    issued = list(open_ones.filter(state=DocumentState.ISSUED)[:_WATCHED])
    wrong = _wrong(issued)
    sound = [document for document in issued if document not in {each.document for each in wrong}]
    to_sign = [document for document in frozen if member.pk not in drafters_of(document)]
    return DocumentsInHand(to_sign, list(signed), wrong, sound[:_SHOWN])


def _wrong(issued: list[Document]) -> list[Wrong]:
    editions = standing_editions(issued)
    figures = to_correct(list(editions.values()))
    return [Wrong(document, count) for document in issued if (count := figures[editions[document.pk].pk])]
