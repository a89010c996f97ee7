"""Why a file is not taken in, each a sentence: what is wrong, why it matters, what to do next."""

from django.utils.translation import gettext_lazy as _

from youju.errors import Conflict, NotFound, YoujuError


class FileRefused(YoujuError):
    """Base of every refusal; ``name`` (the file's safe name) is always among the details."""

    code, status = "file-refused", 422
    sentence = _("“%(name)s” cannot be accepted.")


class EmptyFile(FileRefused):
    code = "file-empty"
    sentence = _(
        "“%(name)s” is empty (0 bytes). If it comes from a chat group, open it there once so that it is "
        "downloaded completely, then choose it again."
    )


class FileTooLarge(FileRefused):
    code, status = "file-too-large", 413
    sentence = _(
        "“%(name)s” is larger than the %(limit)s MB that one file may have. Make pictures smaller, "
        "or split the document, and try again."
    )


class TypeNotAllowed(FileRefused):
    code = "file-type-not-allowed"
    sentence = _(
        "“%(name)s” is of a type that is not kept as evidence. Accepted types: %(allowed)s. "
        "Save it as one of these and try again."
    )


class OldOfficeFile(FileRefused):
    code = "file-old-office"
    sentence = _(
        "“%(name)s” is in an old Office or WPS format, which can hide programs. Open it, choose “Save as”, "
        "take docx, xlsx, pptx or pdf, and use the new file."
    )


class QuotaFull(FileRefused):
    code, status = "file-quota-full", 413
    sentence = _(
        "“%(name)s” cannot be taken: your files have reached the %(limit)s MB that one member may hand in. Ask the "
        "administrator to raise it (setting member_megabytes)."
    )


class UnknownContent(FileRefused):
    code = "file-content-unknown"
    sentence = _(
        "“%(name)s” is not what its name says: its content is not that of a .%(extension)s file "
        "(it looks like: %(looks)s). Use the original file, not a renamed one."
    )


class ExtensionMismatch(FileRefused):
    code = "file-extension-mismatch"
    sentence = _(
        "The content of “%(name)s” is that of a .%(found)s file, so its name misleads whoever opens it. "
        "Rename it so that it ends in .%(found)s and try again."
    )


class ContainsMacros(FileRefused):
    code = "file-contains-macros"
    sentence = _(
        "“%(name)s” contains macros, that is, a program that runs when it is opened. Save it as a plain "
        "docx, xlsx or pptx without macros, or as pdf, and use that file."
    )


class ContainsActiveContent(FileRefused):
    code = "file-contains-active-content"
    sentence = _(
        "“%(name)s” contains something that acts when it is opened (a script, an embedded file, or a link "
        "that fetches content from elsewhere). Print it to pdf, and use that file."
    )


class PasswordProtected(FileRefused):
    code = "file-password-protected"
    sentence = _(
        "“%(name)s” is encrypted or protected by a password, so nobody could check it later. "
        "Remove the protection, save it, and try again."
    )


class UnpacksTooMuch(FileRefused):
    code = "file-unpacks-too-much"
    sentence = _(
        "“%(name)s” would unpack to more than the %(limit)s MB allowed, as files do that are made to stop "
        "a server. Copy what matters into a new file, or print it to pdf, and use that."
    )


class UnsafeArchive(FileRefused):
    code = "file-unsafe-archive"
    sentence = _(
        "The inside of “%(name)s” is built in a way that no Office program does (misleading file names in "
        "it). Open it, save it under a new name, and use the new file."
    )


class TooManyPixels(FileRefused):
    code = "file-too-many-pixels"
    sentence = _(
        "The picture “%(name)s” claims %(width)s × %(height)s pixels, more than can be shown safely. "
        "Export it at a smaller size and try again."
    )


class TooComplex(FileRefused):
    code = "file-too-complex"
    sentence = _(
        "“%(name)s” has so many parts that it cannot be checked. Print it to pdf again, or split it, and use that."
    )


class TwoFilesInOne(FileRefused):
    code = "file-two-in-one"
    sentence = _(
        "“%(name)s” is a picture or document that is also something else (a web page or an archive hidden "
        "in it). Take a screenshot or export it again, and use the new file."
    )


class DamagedFile(FileRefused):
    code = "file-damaged"
    sentence = _(
        "“%(name)s” is damaged or incomplete. Check that it opens on your computer, copy or download it again, "
        "and try once more."
    )


class ContentMissing(YoujuError):
    """The row is there and its bytes are not: the evidence folder was moved or lost a file."""

    code, status = "evidence-missing", 500
    sentence = _(
        "The content of this evidence file (%(sha256)s) is missing from the evidence folder. "
        "Ask the administrator to restore it from the backup."
    )


class TooManyTransfers(FileRefused):
    code, status = "file-too-many-transfers", 429
    sentence = _("“%(name)s”: %(most)d files of yours are on their way already. Hand those in first, or take them off.")


class TransferGone(NotFound):
    code = "transfer-gone"
    sentence = _("This file is no longer here: files that were not handed in are deleted after a day. Choose it again.")


class BytesGone(FileRefused):
    """The row of a transfer is there, its bytes are not: it was handed in or taken off at the same moment."""

    code = "file-bytes-gone"
    sentence = _("“%(name)s” is no longer here: it was handed in or taken off just now. Look, and choose it again.")


class TransferUnfinished(YoujuError):
    code, status = "transfer-unfinished", 422
    sentence = _("“%(name)s” has not arrived completely. Wait until it has, or choose it again.")


class WrongOffset(Conflict):
    """there: how many bytes have arrived, so where to go on."""

    code = "transfer-wrong-offset"
    sentence = _("The file goes on at byte %(there)d.")


class WrongPiece(YoujuError):
    code, status = "transfer-wrong-piece", 413
    sentence = _("A piece of this file has at least one byte, and at most %(most)d.")
