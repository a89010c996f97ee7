"""Where the public reads an article. The pages are the portal's; this is their one address, which never changes."""

from django.conf import settings

from youju.orgs.settings import setting

_PATH = "/site/article/{ref}/"


def article_path(ref: str) -> str:
    return _PATH.format(ref=ref)


def site_origin() -> str:
    """Scheme and host under which the public reaches the site, without a slash at its end; "" where nobody said it."""
    return str(setting("site_address") or settings.PUBLIC_URL).rstrip("/")


def article_link(ref: str) -> str:
    """The whole address; "" where it is not known under which host the public reaches the site."""
    origin = site_origin()
    return origin + article_path(ref) if origin else ""
