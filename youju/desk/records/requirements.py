"""The four requirements of a study session on its page: which it meets, and what each looks at."""

from collections.abc import Iterable
from typing import NamedTuple

from youju.plans.planned_sessions import planned_by
from youju.records.heads.attachments import Attachment
from youju.records.heads.ledgered import Ledgered
from youju.records.heads.states import ENDED
from youju.records.study.session.models import StudySession
from youju.records.study.session.requirements import Requirement, requirements_met


class Asked(NamedTuple):
    """One requirement, and whether the session meets it as it stands."""

    requirement: Requirement
    is_met: bool


def requirements(record: Ledgered, attached: Iterable[Attachment]) -> list[Asked]:
    """All four of a study session; nothing of any other record, or of one that was voided or dropped."""
    if not isinstance(record, StudySession) or record.state in ENDED:
        return []
    # What was found complete stays so, whatever a correction did to its days.
    met = list(Requirement) if record.complete_on else requirements_met(record, attached, planned_by(record))
    return [Asked(requirement, requirement in met) for requirement in Requirement]
