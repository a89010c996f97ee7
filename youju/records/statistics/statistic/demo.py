"""Statistics of a demo year: what no other kind counts yet."""

from collections.abc import Iterator

from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.statistics.statistic.demo_parts.accreditation import accreditation
from youju.records.statistics.statistic.demo_parts.culture import culture
from youju.records.statistics.statistic.demo_parts.exemplars import exemplars
from youju.records.statistics.statistic.demo_parts.offices import offices
from youju.records.statistics.statistic.demo_parts.reviews import reviews

_PARTS = (exemplars, accreditation, reviews, culture, offices)


def planned(scene: Scene) -> Iterator[Planned]:
    for part in _PARTS:
        yield from part(scene)
