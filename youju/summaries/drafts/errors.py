"""What a change of a document is refused for."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, YoujuError


class NotADraft(Conflict):
    code = "document-not-a-draft"
    sentence = _("“%(title)s” is %(state)s and is not written on any more. Take it back to a draft first.")


class WrittenElsewhere(Conflict):
    """details["version"]: the version that stands now."""

    code = "section-written-elsewhere"
    sentence = _(
        "%(who)s has changed this section in the meantime. Your text is kept beside theirs: put both together."
    )


class NotItsPeriod(YoujuError):
    code, status = "not-its-period", 422
    sentence = _("A text of the genre “%(genre)s” is about a %(kind)s; “%(period)s” is none.")


class NothingToAdd(YoujuError):
    code, status = "nothing-to-add", 422
    sentence = _("The section is empty. Write its heading after “## ” and a text below it.")


class NotToldWhy(YoujuError):
    code, status = "not-told-why", 422
    sentence = _(
        "Figures changed by hand are taken over only with why the ledger does not carry them, where they were read, "
        "and who asked: fill in all three."
    )


class TooManyChanges(YoujuError):
    code, status = "too-many-changes", 422
    sentence = _(
        "“%(name)s” was changed in %(count)s places; up to %(most)s are taken over by ticking. Begin a document with "
        "its text instead."
    )


class OfAnotherDocument(YoujuError):
    code, status = "of-another-document", 422
    sentence = _(
        "“%(name)s” went out of %(unit)s about %(period)s, this document is of %(own_unit)s about %(own_period)s. "
        "Open the document that it went out from."
    )


class TextTooLong(YoujuError):
    code, status = "section-too-long", 422
    sentence = _("A section has at most %(most)s characters; this one has more. Divide it by headings (“## ”).")


class TooManySections(YoujuError):
    code, status = "too-many-sections", 422
    sentence = _("A document has at most %(most)s sections; this would make %(count)s. Begin fewer lines with “## ”.")


class NoSuchStep(YoujuError):
    code, status = "no-such-step", 422
    sentence = _("There is no change %(number)s: the document has %(last)s.")


class NothingSaid(YoujuError):
    code, status = "nothing-said", 422
    sentence = _("Nothing was written. Say in a sentence what you mean.")


class QuoteNotThere(YoujuError):
    code, status = "quote-not-there", 422
    sentence = _(
        "“%(quote)s” does not stand in this section. Copy the words as they are printed there, or leave them out to "
        "comment on the whole section."
    )


class NotYours(YoujuError):
    code, status = "not-your-figure", 422
    sentence = _("This figure does not rest on a record of your unit any more, so there is nothing to object to.")
