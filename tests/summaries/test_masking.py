"""Masked texts: every known name is gone, the same name has one mask, and the figures are the same but for years."""

import random

import pytest

from tests.orgs.plant import plant
from youju.claims.reading import extract
from youju.orgs.people import Person, Tenure
from youju.orgs.units import Unit
from youju.summaries.masking.lexicon import Lexicon, Name, lexicon
from youju.summaries.masking.mask import mask
from youju.summaries.masking.masked import MaskedText

pytestmark = pytest.mark.django_db

_FIRST, _SECOND = "青明云柳松梅兰石白秋竹荷枫桃金银", "山湖溪桥岭河塘湾坪洲泉原谷峰林田"
_SURNAMES, _GIVEN = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨", "思若清雨书景嘉昕予亦知远晓语凌涵宁舟棠禾岚泽谦恒竹榆枫桐"
_FAR = ("镇江市", "丹徒区", "苏州市", "江苏省", "广东省", "深圳市", "南山区", "成都市", "武侯区", "浙江省")


@pytest.fixture
def county(db: None) -> Unit:
    province = plant(code="p", kind="province", name="青岚省")
    city = plant(code="c", kind="city", name="望川市", parent=province)
    return plant(code="x", kind="county", name="溪云县教育局", parent=city)


@pytest.fixture
def names(county: Unit) -> list[str]:
    """Some two hundred names: 12 towns, 60 schools, 120 persons, and places near and far."""
    chance = random.Random(11)
    stems = [first + second for first in _FIRST for second in _SECOND]
    chance.shuffle(stems)
    towns = [f"{stem}镇" for stem in stems[:12]]
    schools = [f"{stem}{kind}" for stem, kind in zip(stems[12:72], ["小学", "中学", "幼儿园"] * 20, strict=True)]
    for number, name in enumerate(towns):
        plant(code=f"t{number}", kind="town", name=name, parent=county)
    for number, name in enumerate(schools):
        plant(code=f"s{number}", kind="school", name=f"溪云县{name}", parent=county)
    people = sorted(
        {chance.choice(_SURNAMES) + "".join(chance.sample(_GIVEN, chance.choice((1, 2)))) for _n in range(140)}
    )
    for name in people[:120]:
        Tenure.objects.create(person=Person.objects.create(name=name), unit=county)
    return [*towns, *schools, *people[:120], *_FAR]


def masked(text: str, county: Unit) -> MaskedText:
    return mask(text, lexicon(county))


def stated(text: str) -> list[tuple[object, ...]]:
    """The figures of a text, without what years make of them."""
    return [(claim.text, claim.value, claim.unit, claim.kind, claim.approx) for claim in extract(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("溪云县教育局2024年工作总结", "XX县教育局20_年工作总结"),
        ("望川市和溪云县，青岚省内", "XX市和XX县，XX省内"),
        ("二〇二四年，2023—2024学年", "20_年，20_—20_学年"),
        ("联系电话：13812345678，0511-87654321。", "联系电话：XXXX，XXXX。"),
        ("“溪云教育”公众号推送70条", "“XXXX”公众号推送70条"),
        ("出版《溪云教育思想》8本，学习《中华人民共和国教育法》", "出版《XXA》8本，学习《中华人民共和国教育法》"),
        ("赴镇江市、苏州学习，再赴镇江", "赴A市、B市学习，再赴A市"),
        ("文号〔2024〕3号，邮箱a.b@example.org", "文号〔20_〕3号，邮箱XXXX"),
        ("拨打12345，值守24小时", "拨打12345，值守24小时"),
    ],
)  # fmt: skip
def test_names_and_numbers_are_replaced(text: str, said: str, county: Unit) -> None:
    assert masked(text, county).text == said


def test_a_school_has_one_mask_by_all_its_names(county: Unit) -> None:
    plant(code="one", kind="school", name="溪云县青湖小学", short_name="青湖小学", parent=county)
    plant(code="two", kind="school", name="溪云县白桥小学", parent=county)
    text = "溪云县青湖小学12人，白桥小学3人，青湖小学再添5人。"
    assert masked(text, county).text == "A小学12人，B小学3人，A小学再添5人。"


def test_a_short_name_is_found_as_it_is_spread_in_lists(county: Unit) -> None:
    Tenure.objects.create(person=Person.objects.create(name="李明"), unit=county)
    assert masked("李　明、李 明、李明", county).text == "某甲、某甲、某甲"


def test_words_that_only_look_like_places_stay(county: Unit) -> None:
    text = "长治久安，光照充足，各县教育局、办公室、郊区学校"
    assert masked(text, county).text == text


def test_spans_tell_what_stood_where(county: Unit) -> None:
    text = "2024年，溪云县举办比赛12场。"
    found = masked(text, county)
    assert [(found.text[one.start : one.end], one.said) for one in found.spans] == [("20_", "2024"), ("XX县", "溪云县")]
    assert all(text[one.origin : one.origin + len(one.said)] == one.said for one in found.spans)


_SENTENCES = (
    "{}同志参加培训3次，被评为先进个人。",
    "{}开展活动12场，{}开展活动8场，共20场。",
    "{}、{}和{}分别获奖13、61和340名。",
    "走访{}农户208户，参学率98.71%。",
    "近百名教师到{}学习，{}作报告两场。",
    "2024年，{}居全市第二，比2023年增长12.5%。",
)


@pytest.mark.parametrize("seed", range(12))
def test_known_names_are_all_found_and_the_figures_stay(seed: int, county: Unit, names: list[str]) -> None:
    chance = random.Random(seed)
    told = [
        template.format(*(chance.choice(names) for _n in range(3))) for template in chance.choices(_SENTENCES, k=60)
    ]
    text = "溪云县教育局2024年总结\n" + "\n".join(told)
    found = masked(text, county)
    assert [name for name in names if name in found.text] == []
    assert stated(found.text) == stated(text)


def test_two_hundred_names_are_found_each_with_a_mask_of_its_own(county: Unit, names: list[str]) -> None:
    found = masked("、".join(names), county)
    masks = {span.said: span.mask for span in found.spans}
    assert len(names) >= 200
    assert len(masks.keys() & set(names)) >= 0.99 * len(set(names))
    assert len(set(masks.values())) == len(masks)


@pytest.mark.parametrize(
    ("text", "sort", "said"),
    [
        ("XX市创新大赛，我校荣获全市第一名。", "rank", "第一名"),
        ("6月28日举办演讲比赛。", "date", "6月28日"),
        ("见https://example.org/a/1。", "link", "https://example.org/a/1"),
        ("在校学生50514人。", "rare", "50514人"),
        ("学校在柳溪村，有班级12个。", "name", "柳溪村"),
    ],
)
def test_what_still_identifies_is_listed(text: str, sort: str, said: str, county: Unit) -> None:
    assert (sort, said) in [(one.sort, one.said) for one in masked(text, county).remains]


def test_ordinary_figures_are_not_listed(county: Unit) -> None:
    assert masked("支部集中学习96次。全年开展活动120场，参与5000人次，参学率95%。", county).remains == ()


def test_a_lexicon_without_names_changes_nothing_but_years() -> None:
    assert mask("2024年12场", Lexicon.of({"某某某": Name("person:x", "person", "")})).text == "20_年12场"
