"""Links as people paste them: found in what was shared, kept so that they open, and compared by what they lead to."""

import re
from urllib.parse import SplitResult, parse_qsl, urlencode, urlsplit, urlunsplit

# From the first http on, up to a blank or a sign that no address holds unescaped.
_LINK = re.compile(r"https?://[^\s<>\"'【】《》，。；、]+", re.IGNORECASE)
_BARE = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"'【】《》，。；、]*)?", re.IGNORECASE)
# What says how somebody came to a page, and not which page it is.
_TRACKING = re.compile(r"utm_\w+|spm|from|share\w*|scene|chksm|isappinstalled|nsukey|wfr|sessionid", re.IGNORECASE)


def find_link(text: str) -> str:
    """The first link in a text, as it was shared but for tracking and the place on the page; "" without one.

    Scheme, www and last slash stay: many a newspaper answers to one of the spellings alone.
    """
    text = text.strip()
    found = _LINK.search(text)
    if found is None and not _BARE.fullmatch(text):
        return ""
    return _written(found.group().rstrip(").") if found else f"https://{text}")


def bare_link(link: str) -> str:
    """A link without what makes no difference to where it leads: scheme, www, last slash."""
    return link.removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


def link_spellings(link: str) -> set[str]:
    """The link, and every other that ``bare_link`` takes for the same."""
    bare = bare_link(link)
    return {link} | {
        f"{scheme}{host}{bare}{end}"
        for scheme in ("http://", "https://") for host in ("", "www.") for end in ("", "/")
    }  # fmt: skip


def _written(link: str) -> str:
    try:
        parts = urlsplit(link)
        host, port = parts.hostname or "", parts.port
    except ValueError:  # a port or brackets that are none
        return ""
    if "." not in host:
        return ""
    place = host + (f":{port}" if port not in (None, 80, 443) else "")
    kept = [(name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if not _is_tracking(name)]
    route = parts.fragment if parts.fragment.startswith("/") else ""  # a page that is named behind the #
    return urlunsplit(SplitResult(parts.scheme, place, parts.path, urlencode(kept), route))


def _is_tracking(name: str) -> bool:
    return _TRACKING.fullmatch(name) is not None
