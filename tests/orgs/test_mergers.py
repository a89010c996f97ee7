"""Two rows that turn out to be one person: both tokens stay, and count as one from the merger's entry on."""

from datetime import date
from types import SimpleNamespace

import pytest

from tests.records.cast import people, session, study_group, verified
from youju.ledger import log, tree
from youju.orgs.errors import AlreadyMerged, MergedWithItself, TwoAccounts
from youju.orgs.mergers import Merger, canonical_tokens, flaws, person_merge
from youju.orgs.people import Person, Tenure
from youju.records.reading.drift import drifted

DAY = date(2025, 3, 14)


def test_both_tokens_count_as_one_from_the_entry_on(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "王 一")
    person_merge(person=second, into=first, actor=cast.eve)
    assert canonical_tokens() == {second.token: first.token}
    assert canonical_tokens(size=tree.size() - 1) == {}


def test_chains_lead_to_whoever_lives_on(cast: SimpleNamespace):
    first, second, third = people(cast.hill, "王一", "王 一", "王-一")
    person_merge(person=second, into=third, actor=cast.eve)
    between = tree.size()
    person_merge(person=third, into=first, actor=cast.eve)
    assert canonical_tokens(between) == {second.token: third.token}
    assert canonical_tokens() == {second.token: first.token, third.token: first.token}


def test_posts_and_account_go_to_whoever_lives_on(cast: SimpleNamespace):
    (here,), (there,) = people(cast.hill, "王一"), people(cast.lake, "王一")
    Person.objects.filter(pk=there.pk).update(member=cast.charlie)
    there.refresh_from_db()
    person_merge(person=there, into=here, actor=cast.eve)
    assert list(Person.objects.on_roster(cast.lake, DAY)) == [here]
    assert here.member == cast.charlie
    assert (there.merged_into, there.member) == (here, None)


def test_what_both_held_for_the_same_days_is_held_once(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "王一")
    first.tenures.update(post="教师", since=date(2024, 9, 1), until=date(2025, 8, 31))
    second.tenures.update(since=date(2025, 3, 1))
    group = study_group(cast.hill, [first, second])
    group.memberships.filter(person=second).update(since=DAY, post="组长")
    person_merge(person=second, into=first, actor=cast.eve)
    assert list(first.tenures.values_list("unit__code", "post", "since", "until")) == [
        ("hill", "教师", date(2024, 9, 1), None)
    ]
    assert list(group.memberships.values_list("person", "post", "since", "until")) == [(first.pk, "组长", None, None)]


def test_posts_apart_in_time_unit_or_name_stay_apart(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "王一")
    first.tenures.update(post="教师", until=date(2020, 8, 31))
    second.tenures.update(post="教师", since=date(2024, 9, 1))
    Tenure.objects.create(person=second, unit=cast.hill, post="校长")
    Tenure.objects.create(person=second, unit=cast.lake, post="校长")
    person_merge(person=second, into=first, actor=cast.eve)
    assert first.tenures.count() == 4


def test_nobody_is_merged_twice_or_with_themselves(cast: SimpleNamespace):
    first, second, third = people(cast.hill, "王一", "李二", "赵三")
    with pytest.raises(MergedWithItself):
        person_merge(person=first, into=first, actor=cast.eve)
    person_merge(person=second, into=first, actor=cast.eve)
    for person, into in ((second, third), (third, second)):
        with pytest.raises(AlreadyMerged):
            person_merge(person=person, into=into, actor=cast.eve)
    assert Merger.objects.count() == 1


def test_two_who_log_in_are_two(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "李二")
    for person, member in ((first, cast.bob), (second, cast.charlie)):
        Person.objects.filter(pk=person.pk).update(member=member)
    with pytest.raises(TwoAccounts):
        person_merge(person=second, into=first, actor=cast.eve)


def test_what_was_recorded_of_either_stays(cast: SimpleNamespace):
    first, second = people(cast.hill, "王一", "王 一")
    verified(session(cast.bob, cast.hill, [first, second], [second]), cast.bob, cast.alice)
    person_merge(person=second, into=first, actor=cast.eve)
    assert list(drifted()) == []
    assert list(log.verify()) == []


def test_a_merger_changed_by_hand_is_found(cast: SimpleNamespace):
    first, second, third = people(cast.hill, "王一", "李二", "赵三")
    merger = person_merge(person=second, into=first, actor=cast.eve)
    Merger.objects.update(kept=third.token)
    assert [flaw.seq for flaw in flaws()] == [merger.seq]
    Merger.objects.update(kept=first.token, seq=merger.seq + 5)
    assert [flaw.ref for flaw in flaws()] == [merger.ref]
    Merger.objects.all().delete()
    assert [drift.ref for drift in drifted()] == [merger.ref]
    Merger.objects.create(gone=third.token, kept=first.token, seq=99)
    assert {flaw.seq for flaw in flaws()} == {merger.seq, -1}
