"""Words in what was written: each of several words has to stand somewhere in a title, a note or a kind's own text."""

from django.db.models import Q

from youju.records.kinds import kinds

_WORDS = 8


def words_in(text: str) -> Q:
    """A filter over the heads: every word of ``text`` in the title, the note or a text that the kind names."""
    found = Q()
    for word in text.split()[:_WORDS]:
        places = Q(title__icontains=word) | Q(note__icontains=word) | Q(ref=word)
        for kind in kinds():
            for column in kind.model.SEARCHED:
                places |= Q(**{f"{kind.model._meta.model_name}__{column}__icontains": word})
        found &= places
    return found
