"""Numbers follow each other without a gap, whoever takes them and whatever fails."""

import pytest
from django.db import transaction

from youju.orgs.actors import CONSOLE
from youju.orgs.audit import AuditRow
from youju.orgs.sequences import NumberNotTaken, NumberVoided, take, void_number


@pytest.mark.django_db
def test_each_name_and_year_begins_at_one():
    assert [take("case", 2025), take("case", 2025), take("case", 2026), take("order", 2025)] == [1, 2, 1, 1]


@pytest.mark.django_db
def test_what_fails_gives_its_number_back():
    take("case", 2025)
    with pytest.raises(ValueError, match="no paper"), transaction.atomic():
        take("case", 2025)
        raise ValueError("no paper")
    assert take("case", 2025) == 2


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused():
    with pytest.raises(transaction.TransactionManagementError):
        take("case", 2025)


@pytest.mark.django_db
def test_a_gap_is_a_void_with_a_reason():
    take("case", 2025)
    void_number(name="case", year=2025, number=1, reason="纸张损坏", actor=CONSOLE)
    assert AuditRow.objects.get(action="number.void", target="case/2025/1").detail == {"reason": "纸张损坏"}
    assert take("case", 2025) == 2


@pytest.mark.django_db
def test_a_number_is_voided_once():
    take("case", 2025)
    void_number(name="case", year=2025, number=1, reason="纸张损坏", actor=CONSOLE)
    with pytest.raises(NumberVoided):
        void_number(name="case", year=2025, number=1, reason="again", actor=CONSOLE)


@pytest.mark.django_db
@pytest.mark.parametrize("number", [-1, 0, 2])
def test_a_number_never_given_out_cannot_be_voided(number: int):
    take("case", 2025)
    with pytest.raises(NumberNotTaken):
        void_number(name="case", year=2025, number=number, reason="x", actor=CONSOLE)
