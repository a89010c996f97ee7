"""Occasions are declared with a code that stays; their names may change, and old ones go on finding them."""

from datetime import date
from types import SimpleNamespace

import pytest

from youju.errors import YoujuError
from youju.orgs.audit import AuditRow
from youju.orgs.errors import NameMissing, TooEarly
from youju.records.heads.occasions import Occasion, OccasionSort
from youju.records.verbs.occasion_verbs import (
    OccasionCodeTaken,
    UnfitOccasionCode,
    occasion_alias_add,
    occasion_change,
    occasion_open,
)

MAY, JUNE = date(2025, 5, 1), date(2025, 6, 1)


def _opened(cast: SimpleNamespace, **fields: object) -> Occasion:
    given = {
        "code": "reading-2025",
        "sort": OccasionSort.EVENT,
        "name": "读书节",
        "unit": cast.county,
        "actor": cast.eve,
    }
    return occasion_open(**given | fields)


def _names(occasion: Occasion) -> set[str]:
    return set(occasion.aliases.values_list("name", flat=True))


def test_it_is_found_under_each_of_its_names_once(cast: SimpleNamespace):
    occasion = _opened(cast, aliases=["全民阅读", " 全民阅读 ", "读书节", ""])
    assert _names(occasion) == {"全民阅读"}
    occasion_alias_add(occasion=occasion, names=["书香校园", "全民阅读"], actor=cast.eve)
    assert _names(occasion) == {"全民阅读", "书香校园"}


def test_the_old_name_goes_on_finding_it(cast: SimpleNamespace):
    occasion = _opened(cast)
    occasion_change(occasion=occasion, name="校园读书节", begins=MAY, ends=JUNE, actor=cast.eve)
    kept = Occasion.objects.get()
    assert (kept.name, kept.begins, kept.ends, _names(kept)) == ("校园读书节", MAY, JUNE, {"读书节"})


@pytest.mark.parametrize(
    "fields, error",
    [
        ({"name": " "}, NameMissing),
        ({"begins": JUNE, "ends": MAY}, TooEarly),
        ({"code": "读书节"}, UnfitOccasionCode),
        ({"code": "a" * 61}, UnfitOccasionCode),
    ],
)
def test_what_it_is_refused_for(cast: SimpleNamespace, fields: dict[str, object], error: type[YoujuError]):
    with pytest.raises(error):
        _opened(cast, **fields)
    assert not Occasion.objects.exists()


def test_a_code_is_used_once(cast: SimpleNamespace):
    _opened(cast)
    with pytest.raises(OccasionCodeTaken):
        _opened(cast, name="别的")


def test_each_change_has_an_audit_row(cast: SimpleNamespace):
    occasion = _opened(cast)
    occasion_change(occasion=occasion, name="读书节", begins=MAY, ends=None, actor=cast.eve)
    occasion_alias_add(occasion=occasion, names=["书香"], actor=cast.eve)
    told = AuditRow.objects.filter(target=occasion.code).order_by("pk").values_list("action", "actor")
    assert list(told) == [(f"occasion.{verb}", cast.eve.token) for verb in ("open", "change", "alias")]
