"""Whole addresses, for what leaves the screen: papers, QR codes, words for the group, links for outsiders.

They begin with the address under which people reach the installation. The one under which whoever presses the button
reached it may be of the office alone: it is taken only where nobody has set another.
"""

from django.conf import settings
from django.http import HttpRequest

from youju.records.publicity.article.address import site_origin


def desk_origin(request: HttpRequest) -> str:
    """Scheme and host of the installation, without a slash at the end."""
    return settings.PUBLIC_URL or request.build_absolute_uri("/").rstrip("/")


def desk_address(request: HttpRequest, path: str) -> str:
    """Of a page for members, or for whoever holds a ticket. path: begins with a slash."""
    return desk_origin(request) + path


def public_address(request: HttpRequest, path: str) -> str:
    """Of a page for everybody, at the site's own address where it has one. path: begins with a slash."""
    return (site_origin() or desk_origin(request)) + path
