"""Words in what was written: each of several words has to stand somewhere in a title, a note or a kind's own text."""

from collections.abc import Iterable

from django.db.models import Q

from youju.records.kind import Kind
from youju.records.kinds import kinds

_WORDS = 8


def words_in(text: str, among: Iterable[Kind] | None = None) -> Q:
    """A filter over the heads: every word of ``text`` in the title, the note or a text that the kind names.

    among: the kinds that the heads are of, where not all are asked for.
    """
    found = Q()
    for word in text.split()[:_WORDS]:
        places = Q(title__icontains=word) | Q(note__icontains=word) | Q(ref=word)
        for kind in kinds() if among is None else among:
            places |= _own_texts(kind, word)
        found &= places
    return found


def _own_texts(kind: Kind, word: str) -> Q:
    """Asked of the kind's own table once; joined to the heads it would be asked again at each of them."""
    texts = Q()
    for column in kind.model.SEARCHED:
        texts |= Q(**{f"{column}__icontains": word})
    if not texts:
        return Q(pk__in=())
    return Q(kind=kind.code, pk__in=kind.model.objects.filter(texts).order_by().values("pk"))
