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


class NotYours(YoujuError):
    code, status = "not-your-figure", 422
    sentence = _("This figure does not rest on a record of your unit any more, so there is nothing to object to.")
