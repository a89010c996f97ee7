"""Why a document cannot be checked. What is wrong with any file (damaged, protected) is said by evidence.errors."""

from django.utils.translation import gettext_lazy as _

from youju.errors import YoujuError


class DocumentUnreadable(YoujuError):
    """Base of these errors; ``name`` (the document's safe name) is always among the details."""

    code, status = "document-unreadable", 422
    sentence = _("“%(name)s” cannot be read.")


class DocumentMissing(DocumentUnreadable):
    code = "document-missing"
    sentence = _("There is no file “%(name)s”, or it may not be read. Check its name and folder, and try again.")


class DocumentEmpty(DocumentUnreadable):
    code = "document-empty"
    sentence = _("“%(name)s” holds no text, so there is nothing to check. Choose the document with the text in it.")


class DocumentTooLarge(DocumentUnreadable):
    code, status = "document-too-large", 413
    sentence = _(
        "“%(name)s” is larger than the %(limit)s MB that can be checked at once. Split it, or copy its text "
        "into a txt file, and try again."
    )


class DocumentTypeUnknown(DocumentUnreadable):
    code = "document-type-unknown"
    sentence = _(
        "“%(name)s” is of a type that cannot be checked. Types that can: %(allowed)s. "
        "Save it as one of these and try again."
    )


class DocumentNotText(DocumentUnreadable):
    code = "document-not-text"
    sentence = _(
        "“%(name)s” is not a text file, whatever its name says: it holds bytes that are no characters. "
        "Choose the original document, or save it as txt in UTF-8."
    )


class DocumentIsOther(DocumentUnreadable):
    code = "document-is-other"
    sentence = _(
        "“%(name)s” is a .%(found)s file, whatever its name says, and such files cannot be checked. Save it as docx, "
        "pdf or txt in the program it was written with, or paste its text into the check page."
    )


class DocumentIsArchive(DocumentUnreadable):
    code = "document-is-archive"
    sentence = _(
        "“%(name)s” is a packed folder (.%(found)s), whatever its name says. Unpack it, and choose the document in it."
    )


class DocumentOtherEncoding(DocumentUnreadable):
    code = "document-other-encoding"
    sentence = _(
        "“%(name)s” is not written in UTF-8, UTF-16 or GB18030, but as it seems in %(encoding)s. Open it in the "
        "program it was written with, save it in UTF-8, and try again."
    )


class DocumentUnknownEncoding(DocumentUnreadable):
    code = "document-unknown-encoding"
    sentence = _(
        "“%(name)s” is not written in UTF-8, UTF-16 or GB18030, or was cut off. Open it in the program it was written "
        "with, save it in UTF-8, and try again."
    )


class DocumentScanned(DocumentUnreadable):
    code = "document-scanned"
    sentence = _(
        "“%(name)s” holds pictures of pages and no text (it was scanned), so its figures cannot be read. "
        "Use the document it was printed from, or paste its text into the check page."
    )


class DocumentTooHeavy(DocumentUnreadable):
    code, status = "document-too-heavy", 413
    sentence = _(
        "“%(name)s” holds more pages or drawings than can be read in one go. Split it, or paste its text into the "
        "check page."
    )


class WorkbookRefused(DocumentUnreadable):
    """why: the sentence of whoever reads workbooks."""

    code, status = "document-workbook-refused", 413
    sentence = _("“%(name)s” cannot be read: %(why)s.")
