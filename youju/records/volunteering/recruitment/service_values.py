"""What a held activity begins its service record with: who came, for as long as it was meant to take."""

from typing import Any

from youju.records.volunteering.recruitment.models import Recruitment
from youju.records.volunteering.recruitment.moves import RecruitmentState


def service_values(recruitment: Recruitment) -> dict[str, Any] | None:
    """Values of the form of a service; None before it was held. Minors are told by number alone."""
    if recruitment.state != RecruitmentState.HELD:
        return None
    came = [signup.person for signup in recruitment.present()]
    adults = [person for person in came if not person.is_minor(recruitment.happened)]
    pupils = len(came) - len(adults)
    return {
        "unit": recruitment.unit,
        "title": recruitment.title,
        "happened": recruitment.happened,
        "place": recruitment.place,
        "minutes": recruitment.minutes,
        "volunteers": [{"person": person, "came": "", "left": "", "minutes": None} for person in adults],
        "pupils": pupils,
        "pupil_minutes": recruitment.minutes if pupils else None,
        "partners": list(recruitment.partners.all()),
    }
