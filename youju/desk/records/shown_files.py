"""Which evidence a browser shows by itself; the store has looked into each file."""

from youju.evidence.old import EXTENSIONS
from youju.evidence.previews import PREVIEWED
from youju.records.heads.attachments import Attachment

PDF = "application/pdf"
_PICTURES = {"image/jpeg", "image/png", "image/webp", "image/gif"}


def shows_as_picture(attachment: Attachment) -> bool:
    return attachment.file is not None and attachment.file.media_type in _PICTURES


def shows_by_preview(attachment: Attachment) -> bool:
    """A picture that no browser reads: it is shown as a JPEG of it."""
    return attachment.file is not None and attachment.file.media_type == PREVIEWED


def shows_as_pdf(attachment: Attachment) -> bool:
    return attachment.file is not None and attachment.file.media_type == PDF


def is_download_only(attachment: Attachment) -> bool:
    """Whether it is of an old format, which is kept and not looked into."""
    return attachment.file is not None and attachment.file.extension in EXTENSIONS
