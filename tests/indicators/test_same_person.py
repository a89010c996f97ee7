"""Two tokens that turned out to be one person are counted once, from the merger's entry on."""

from tests.indicators.log import asked, declared, fact, post
from tests.records.cast import member, people
from youju.ledger import tree
from youju.orgs.mergers import person_merge
from youju.orgs.units import Unit

PERSONS = declared("distinct", "study.present", of="subject")


def test_they_count_once_and_an_earlier_size_still_counts_two(bureau: Unit):
    first, second = people(bureau, "王一", "王 一")
    post("a", fact("study.present", subject=first.token), fact("study.present", subject=second.token))
    post("b", fact("study.present", subject=second.token))
    before = tree.size()
    assert asked(PERSONS, bureau).value == 2
    person_merge(person=second, into=first, actor=member("eve", bureau))
    assert asked(PERSONS, bureau).value == 1
    assert asked(PERSONS, bureau, size=before).value == 2
