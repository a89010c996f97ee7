"""Under which address people reach the site, and which proxy may say where they come from."""

import ipaddress
from typing import NamedTuple
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured


class PublicAddress(NamedTuple):
    """origin: ``https://youju.example:8443``, without a path; host: the name alone; secure: whether it is HTTPS."""

    origin: str
    host: str
    secure: bool

    @property
    def netloc(self) -> str:
        """The name, and the port where it is not the scheme's own."""
        return self.origin.partition("://")[2]


NOWHERE = PublicAddress("", "", False)


def public_address(text: str) -> PublicAddress:
    """Read what is set; NOWHERE where nothing is. Raises ImproperlyConfigured for what is no address of a site."""
    if not text.strip():
        return NOWHERE
    try:
        parts = urlsplit(text.strip())
        host, port = parts.hostname or "", parts.port
    except ValueError:  # a port that is no number, a bracket left open
        host, port, parts = "", None, urlsplit("")
    if parts.scheme not in {"http", "https"} or not host or parts.path.strip("/") or parts.query or parts.username:
        raise ImproperlyConfigured(
            f"YOUJU_PUBLIC_URL is “{text}”; it must be like https://youju.example, with nothing after the name."
        )
    name = f"[{host}]" if ":" in host else host
    usual = port in {None, 443 if parts.scheme == "https" else 80}
    return PublicAddress(f"{parts.scheme}://{name if usual else f'{name}:{port}'}", name, parts.scheme == "https")


def proxy_address(text: str) -> str:
    """The address of the proxy that is believed; empty: none is. Raises ImproperlyConfigured for what is no address."""
    if not text.strip():
        return ""
    try:
        return str(ipaddress.ip_address(text.strip().strip("[]")))
    except ValueError:
        raise ImproperlyConfigured(
            f"YOUJU_TRUSTED_PROXY is “{text}”; it must be the address from which the proxy connects, like 127.0.0.1."
        ) from None
