"""Links as people paste them: found in what was shared, and written in one way, so that one is found again."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

# From the first http on, up to a blank or a sign that no address holds unescaped.
_LINK = re.compile(r"https?://[^\s<>\"'【】《》，。；、]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"'【】《》，。；、]*)?", re.IGNORECASE)
# What says how somebody came to a page, and not which page it is.
_TRACKING = re.compile(r"utm_\w+|spm|from|share\w*|scene|chksm|isappinstalled|nsukey|wfr|sessionid", re.IGNORECASE)


def find_link(text: str) -> str:
    """The first link in a text, in one way of writing: https, small host, no tracking, no fragment; "" without one."""
    text = text.strip()
    found = _LINK.search(text)
    if found is None and not _BARE.fullmatch(text):
        return ""
    return _written(found.group().rstrip(").") if found else f"https://{text}")


def _written(link: str) -> str:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # a port or brackets that are none
        return ""
    if "." not in host:
        return ""
    place = host.removeprefix("www.") + (f":{port}" if port not in (None, 80, 443) else "")
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(name)]
    return urlunsplit(SplitResult("https", place, parts.path.rstrip("/"), urlencode(kept), ""))


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None
