"""Links that records bear: as evidence beside them, or in a column of their kind's own."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from django.db import models

from youju.lib.batches import batches
from youju.lib.links import bare_link, link_spellings
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import ENDED
from youju.records.kinds import kinds


def links_of(records: Sequence[Ledgered], attachments: Iterable[Attachment]) -> dict[str, set[str]]:
    """The links of these records and of their evidence, by ref. records: with their kind's own columns."""
    found: dict[str, set[str]] = defaultdict(set)
    for record in records:
        columns = link_columns().get(type(record), ())
        found[record.ref] |= {link for name in columns if (link := getattr(record, name))}
    for attachment in attachments:
        if attachment.link:
            found[attachment.record_ref].add(attachment.link)
    return {ref: links for ref, links in found.items() if links}


def records_linking(links: Iterable[str]) -> dict[str, list[str]]:
    """The records that stand and bear these links, by the link as it was given, however spelled."""
    asked = set(links)
    found: dict[str, list[str]] = defaultdict(list)
    for batch in batches(sorted({spelling for link in asked for spelling in link_spellings(link)})):
        ended = Ledgered.objects.filter(state__in=ENDED).values("ref")
        beside = Attachment.objects.filter(link__in=batch).exclude(record_ref__in=ended)
        rows = list(beside.order_by("pk").values_list("link", "record_ref"))
        for model, columns in link_columns().items():
            for name in columns:
                own = model._default_manager.filter(**{f"{name}__in": batch}).exclude(state__in=ENDED)
                rows += own.order_by("pk").values_list(name, "ref")
        for link, ref in rows:
            found[bare_link(link)].append(ref)
    return {link: found[bare_link(link)] for link in asked}


@cache
def link_columns() -> dict[type[Ledgered], tuple[str, ...]]:
    """The columns of links that kinds have, by their model."""
    found = {
        kind.model: tuple(field.name for field in kind.model._meta.local_fields if isinstance(field, models.URLField))
        for kind in kinds()
    }
    return {model: names for model, names in found.items() if names}
