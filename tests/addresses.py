"""Every address of the site, whatever folder of addresses it stands in."""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def url_patterns(resolver: URLResolver | None = None) -> Iterator[URLPattern]:
    """All patterns below a resolver; of the whole site where none is given."""
    for each in (resolver or get_resolver()).url_patterns:
        if isinstance(each, URLResolver):
            yield from url_patterns(each)
        else:
            yield each
