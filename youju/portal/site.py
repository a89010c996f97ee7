"""The site round every page: its name, its channels, the address under which readers reach it."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from youju.errors import NotFound
from youju.lib import clock
from youju.orgs.settings import setting
from youju.orgs.tree import NoHomeUnit, UnknownUnit, home_unit
from youju.portal.places import Place, places
from youju.records.publicity.article.address import site_origin
from youju.records.publicity.channel.models import Channel, channels_on


@dataclass(frozen=True)
class Site:
    """channels: all in force, in their order. origin: scheme and host, without a slash at the end."""

    name: str
    bureau: str
    colour: str
    channels: tuple[Channel, ...]
    origin: str
    places: tuple[Place, ...] = ()

    @property
    def top(self) -> list[Channel]:
        return [channel for channel in self.channels if channel.parent_id is None]

    def below(self, channel: Channel) -> list[Channel]:
        return [each for each in self.channels if each.parent_id == channel.pk]

    def channel(self, code: str) -> Channel:
        """The channel of a code. Raises NotFound."""
        for channel in self.channels:
            if channel.code == code:
                return channel
        raise NotFound()


def is_open() -> bool:
    return bool(setting("site_open"))


def site_of(request: HttpRequest) -> Site:
    """The site as it is now. Raises NotFound while it is closed."""
    if not is_open():
        raise NotFound()
    bureau = _bureau()
    return Site(
        name=setting("site_name") or bureau or _("Public site"),
        bureau=bureau,
        colour=setting("site_colour"),
        channels=channels_on(clock.today()),
        places=tuple(places()),
        origin=site_origin() or f"{request.scheme}://{request.get_host()}",
    )


def site_or_none(request: HttpRequest) -> Site | None:
    """The site; None while it is closed, for what is public all the same."""
    return site_of(request) if is_open() else None


def _bureau() -> str:
    try:
        return str(home_unit().name)
    except (NoHomeUnit, UnknownUnit):
        return ""
