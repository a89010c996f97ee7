"""The sections of a year, in the order of the summary."""

from collections.abc import Callable, Iterator

from youju.demo.planned import Planned
from youju.demo.scene import Scene
from youju.demo.sections.accreditation import accreditation
from youju.demo.sections.answering import answering
from youju.demo.sections.culture import culture
from youju.demo.sections.exemplars import exemplars
from youju.demo.sections.heritage import heritage
from youju.demo.sections.publicity import publicity
from youju.demo.sections.reviews import reviews
from youju.demo.sections.study import study
from youju.demo.sections.volunteering import volunteering

SECTIONS: tuple[Callable[[Scene], Iterator[Planned]], ...] = (
    study, heritage, publicity, exemplars, volunteering, accreditation, reviews, culture, answering,
)  # fmt: skip


def planned_year(scene: Scene) -> list[Planned]:
    """Everything the bureau records of one year, in the order of its days."""
    return sorted((record for section in SECTIONS for record in section(scene)), key=lambda record: record.day)
