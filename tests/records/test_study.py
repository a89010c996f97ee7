"""A study session counts itself, its roster and each adult who came."""

from collections import Counter
from datetime import date
from types import SimpleNamespace

from tests.records.cast import people, session, verified
from youju.ledger.reading import all_facts
from youju.records.drift import drifted


def test_facts_name_adults_by_token_and_minors_not_at_all(cast: SimpleNamespace) -> None:
    adults = people(cast.hill, "教师一", "教师二", "教师三")
    (minor,) = people(cast.hill, "某同学", minor_until=date(2030, 5, 1))
    record = verified(session(cast.bob, cast.hill, [*adults, minor], [*adults[:2], minor]), cast.bob, cast.alice)
    facts = list(all_facts())
    assert Counter(fact.measure for fact in facts) == {"study.sessions": 1, "study.expected": 1, "study.present": 3}
    assert {fact.subject for fact in facts if fact.measure == "study.present"} == {"", *(p.token for p in adults[:2])}
    assert next(fact.quantity for fact in facts if fact.measure == "study.expected") == 4
    assert record.standing() == ("verified",)
    assert list(drifted()) == []
