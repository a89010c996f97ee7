"""One link in one outlet counts once, whoever reports it."""

from collections.abc import Sequence

from youju.lib.batches import batches
from youju.lib.links import bare_link, link_spellings
from youju.records.heads.states import EDITABLE, ENDED
from youju.records.kind import Counted
from youju.records.publicity.item.errors import LinkReported
from youju.records.publicity.item.models import PublicityItem

Key = tuple[int, str]
"""The outlet, and the bare link."""


def refuse_reported(counted: Sequence[Counted]) -> None:
    """Raise LinkReported at the first item whose link is handed in already, or stands twice among these."""
    items = [row for row, _facts in counted if isinstance(row, PublicityItem) and row.link]
    seen: dict[Key, PublicityItem] = reported({item.link for item in items}) if items else {}
    for item in items:
        other = seen.setdefault((item.outlet_id, bare_link(item.link)), item)
        if other.pk != item.pk:
            raise LinkReported(title=item.title, unit=other.unit, day=other.happened)


def reported(links: set[str]) -> dict[Key, PublicityItem]:
    """The items with these links, however spelled, that were handed in and stand: the first of each."""
    found: dict[Key, PublicityItem] = {}
    for batch in batches(sorted({spelling for link in links for spelling in link_spellings(link)})):
        rows = PublicityItem.objects.filter(link__in=batch).exclude(state__in=(*EDITABLE, *ENDED))
        for item in rows.select_related("unit").order_by("-pk"):
            found[item.outlet_id, bare_link(item.link)] = item
    return found
