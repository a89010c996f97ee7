"""A consent holds from a day to a day, rests on a paper, and can be withdrawn."""

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from tests.records.cast import people
from youju.lib import clock
from youju.orgs.consents import Consent, Giver, Purpose, consent_give, consent_withdraw
from youju.orgs.errors import ConsentWithoutPaper, GuardianMissing
from youju.orgs.people import Person

GIVEN = date(2025, 3, 1)


def _given(cast: SimpleNamespace, person: Person, by: str = Giver.SELF, reference: str = "同意书2025-3") -> Consent:
    return consent_give(
        person=person, purpose=Purpose.PUBLIC_NAME, by=by, on=GIVEN, until=date(2026, 2, 28), reference=reference,
        actor=cast.bob,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("day", "holds"),
    [(date(2025, 2, 28), False), (GIVEN, True), (date(2026, 2, 28), True), (date(2026, 3, 1), False)],
)
def test_it_holds_from_its_first_to_its_last_day(cast: SimpleNamespace, day: date, holds: bool):
    (person,) = people(cast.hill, "王一")
    _given(cast, person)
    assert person.consents.valid_on(day).exists() == holds


def test_it_can_be_withdrawn_and_what_was_done_before_stays(cast: SimpleNamespace):
    (person,) = people(cast.hill, "王一")
    consent = _given(cast, person)
    with clock.at(datetime(2025, 6, 1, 2, tzinfo=UTC)):
        consent_withdraw(consent=consent, actor=cast.bob)
    assert person.consents.valid_on(date(2025, 5, 31)).exists()
    assert not person.consents.valid_on(date(2025, 6, 1)).exists()


def test_it_rests_on_a_paper(cast: SimpleNamespace):
    (person,) = people(cast.hill, "王一")
    with pytest.raises(ConsentWithoutPaper):
        _given(cast, person, reference=" ")
    assert not Consent.objects.exists()


def test_for_a_minor_the_guardian_consents(cast: SimpleNamespace):
    (pupil,) = people(cast.hill, "王一", minor_until=date(2030, 1, 1))
    with pytest.raises(GuardianMissing):
        _given(cast, pupil)
    assert _given(cast, pupil, by=Giver.GUARDIAN).person == pupil
