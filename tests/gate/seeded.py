"""Leaks and clean texts made from frames: the same seed makes the same ones. Everything in them is invented."""

from collections.abc import Callable, Mapping
from datetime import date
from random import Random
from typing import NamedTuple

from youju.gate.rules.line import Known
from youju.lib.surnames import SINGLE

TODAY = date(2025, 6, 10)
_ROSTER = 300  # children whom a text does not name, some of whose names are words
_GIVEN = "子涵雨泽欣怡浩然思远佳琪宇轩梓萱俊杰雅婷博文诗涵志强建国秀兰桂英春梅立新明华海燕德胜玉珍晓东丽娟"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHINESE = str.maketrans("0123456789", "零一二三四五六七八九")
_WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
_TOWNS = ("石桥镇", "青山乡", "城关镇", "白马镇", "柳林街道")
_VILLAGES = ("王家村", "前进村", "杨树村", "大河村", "红旗村")
_ESTATES = ("幸福小区", "阳光花园", "锦绣家园", "翠湖苑", "城南新村", "书香公寓")
_ROADS = ("解放路", "人民东路", "学府街", "建设巷")
_SCHOOLS = ("青山小学", "明湖小学", "云溪县实验初级中学", "石桥镇中心小学", "县机关幼儿园")


class Text(NamedTuple):
    """kind: of the leak, "" of a clean text; known: what the bureau knows beside it."""

    text: str
    kind: str
    frame: str
    known: Known


def texts(frames: dict[str, tuple[str, ...]], number: int, seed: int) -> list[Text]:
    """So many leaks, every frame as often as any other of its kind and every kind as often as any other."""
    random = Random(seed)
    kinds = list(frames)
    return [
        fill(frames[kind][at // len(kinds) % len(frames[kind])], kind, random)
        for at in range(number)
        for kind in (kinds[at % len(kinds)],)
    ]


def fill(frame: str, kind: str, random: Random) -> Text:
    """A frame with its places filled."""
    children: set[str] = set()

    def child() -> str:
        children.add(name := person(random))
        return name

    makers: dict[str, Callable[[], str]] = {
        "id": lambda: written(identity(random), random, _ID_SHAPES),
        "mobile": lambda: written(mobile(random), random, _MOBILE_SHAPES),
        "card": lambda: written(card(random), random, _CARD_SHAPES),
        "home_phone": lambda: landline(random, random.choice(["-", "", " "]), random.choice([6, 7])),
        "office_phone": lambda: landline(random, "-", 7),
        "home": lambda: home(random),
        "pupil": lambda: person(random),
        "teacher": lambda: person(random),
        "child": child,
        "mark": lambda: str(random.randint(61, 100)),
        "rank": lambda: str(random.randint(1, 30)),
        "qq": lambda: str(random.randint(10**6, 10**10)),
        "wechat": lambda: random.choice(["wxid_", "abc", "zhang", "Li_"]) + _digits(random, 6),
        "mail": lambda: mail(random),
        "school": lambda: random.choice(_SCHOOLS),
        "county": lambda: "云溪县",
        "domain": lambda: "yunxi.gov.cn",
        "year": lambda: str(random.randint(2022, 2025)),
        "month": lambda: str(random.randint(1, 12)),
        "dayno": lambda: str(random.randint(1, 20)),
        "dayno2": lambda: str(random.randint(21, 28)),
        "number": lambda: str(random.randint(10, 9999)),
        "small": lambda: str(random.randint(2, 9)),
        "percent": lambda: f"{random.randint(60, 99)}.{random.randint(0, 9)}",
        "money": lambda: f"{random.randint(1, 900)}{random.choice(['.5万', '万', '000', '0000'])}",
        "room": lambda: str(random.randint(101, 909)),
        "code": lambda: f"YX{random.randint(2022, 2025)}-{_digits(random, 4)}",
        "credit": lambda: f"12321183{_digits(random, 9)}{random.choice('ABCDEFGH')}",
        "order": lambda: f"{random.randint(2022, 2025)}{_digits(random, random.choice([8, 12, 14]))}",
        "exam_no": lambda: f"{random.randint(2022, 2025)}{_digits(random, random.choice([4, 8]))}",
    }
    text = frame
    while "{" in text:
        before, _bracket, rest = text.partition("{")
        name, _bracket, after = rest.partition("}")
        text = before + makers[name]() + after
    others = {person(random) for _each in range(_ROSTER)}
    return Text(text, kind, frame, Known(TODAY, frozenset(children | {name for name in others if name not in text})))


def person(random: Random) -> str:
    """A family name and one or two characters."""
    return random.choice(SINGLE) + "".join(random.choices(_GIVEN, k=random.choice([1, 2, 2])))


def identity(random: Random) -> str:
    """A number of eighteen, or now and then of fifteen, that passes every check."""
    born = date.fromordinal(random.randint(date(1950, 1, 1).toordinal(), date(2019, 1, 1).toordinal()))
    place = random.choice(["320102", "110105", "340123", "410328", "513321", "650105"])
    if random.random() < 0.1 and born.year < 1985:
        return f"{place}{born:%y%m%d}{_digits(random, 3)}"
    body = f"{place}{born:%Y%m%d}{_digits(random, 3)}"
    return body + "10X98765432"[sum(int(a) * b for a, b in zip(body, _WEIGHTS, strict=True)) % 11]


def mobile(random: Random) -> str:
    return f"1{random.randint(3, 9)}{_digits(random, 9)}"


def landline(random: Random, mark: str, length: int) -> str:
    return f"05{random.randint(10, 79)}{mark}{random.randint(2, 8)}{_digits(random, length)}"


def mail(random: Random) -> str:
    who = random.choice(["zhang", "li.ming", "wang88", "1359"])
    return f"{who}{_digits(random, 3)}@{random.choice(['qq.com', '163.com', '126.com'])}"


def card(random: Random) -> str:
    """A number of sixteen or nineteen digits that passes Luhn's check."""
    start = random.choice(["622848", "621700", "622202", "6217", "4563", "5187"])
    length = 16 if start[0] != "6" else random.choice([16, 19])
    body = start + _digits(random, length - len(start) - 1)
    doubled = [int(digit) * (1 if at % 2 else 2) for at, digit in enumerate(reversed(body))]
    return f"{body}{-sum(value - 9 if value > 9 else value for value in doubled) % 10}"


def home(random: Random) -> str:
    """A flat of a town or a house of a village."""
    front = random.choice(["", "云溪县", "江州市云溪县"]) + random.choice(_TOWNS)
    storey = f"{random.choice(['号楼', '幢', '栋'])}{random.choice(['', '2单元'])}"
    flat = f"{random.randint(1, 20)}{storey}{random.randint(101, 1203)}室"
    return front + random.choice(
        [
            random.choice(_ESTATES) + flat,
            f"{random.choice(_ROADS)}{random.randint(1, 300)}号{random.choice(_ESTATES)}{flat}",
            f"{random.choice(_VILLAGES)}{random.choice('一二三四五')}组{random.randint(1, 90)}号",
            f"{random.choice(_VILLAGES)}{random.randint(1, 300)}号",
            f"{random.choice(_ESTATES)}{random.randint(1, 20)}-{random.randint(1, 4)}-{random.randint(101, 1203)}",
        ]
    )


def written(digits: str, random: Random, shapes: Mapping[int, tuple[int, ...]]) -> str:
    """The number as people write it: mostly plain, else wide, parted, or with other digits."""
    parted = _parts(digits, shapes.get(len(digits), (len(digits),)))
    spellings = (
        digits, digits, digits, digits.lower(), digits.translate(_WIDE), " ".join(parted), "-".join(parted),
        "\u200b".join(parted), "\u3000".join(parted), ".".join(parted), " ".join(digits), digits.translate(_CHINESE),
        digits.replace("0", "O", 1).replace("1", "l", 1) if digits.isdecimal() else digits,
    )  # fmt: skip
    return random.choice(spellings)


_ID_SHAPES = {18: (6, 8, 4), 15: (6, 6, 3)}
_MOBILE_SHAPES = {11: (3, 4, 4)}
_CARD_SHAPES = {16: (4, 4, 4, 4), 19: (4, 4, 4, 4, 3)}


def _parts(digits: str, shape: tuple[int, ...]) -> list[str]:
    ends = [sum(shape[: at + 1]) for at in range(len(shape))]
    return [digits[end - length : end] for end, length in zip(ends, shape, strict=True)]


def _digits(random: Random, number: int) -> str:
    return "".join(random.choices("0123456789", k=number))
