"""Relationships of an Office document that point outside it: which may stay, which fetch or run something."""

import re
from xml.etree.ElementTree import Element

from youju.evidence.errors import ContainsActiveContent
from youju.evidence.upload import Upload

# Followed only when somebody clicks or agrees.
_ON_REQUEST = {"hyperlink", "externalLinkPath", "externalLink"}
# Fetched when the document opens: a picture on the web may stay, one on a foreign file server takes the
# reader's log-in along.
_SHOWN = {"image", "audio", "video", "media"}
_WEB = re.compile(r"https?://", re.IGNORECASE)
# Word notes where on the author's own disk the template lay; that is harmless elsewhere.
_ON_OWN_DISK = re.compile(r"(?:file:/*)?[A-Za-z]:[\\/]|(?![A-Za-z][A-Za-z0-9+.-]*:|[\\/]{2})", re.IGNORECASE)
_SCRIPT = re.compile(r"\s*(?:javascript|vbscript|data|mhtml|ms-[a-z-]+):", re.IGNORECASE)


def check(relationships: Element, upload: Upload) -> None:
    """Raises ContainsActiveContent for a link that fetches or runs something without being asked."""
    for relationship in relationships:
        if relationship.get("TargetMode", "").lower() == "external" and not _may_stay(
            relationship.get("Type", "").rpartition("/")[2], relationship.get("Target", "")
        ):
            raise ContainsActiveContent(name=upload.name)


def _may_stay(kind: str, target: str) -> bool:
    if _SCRIPT.match(target):
        return False
    if kind in _ON_REQUEST or (kind in _SHOWN and _WEB.match(target)):
        return True
    return bool(_ON_OWN_DISK.match(target))
