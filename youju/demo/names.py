"""Invented names of persons."""

from random import Random

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
)
_FIRST = "思若清雨书文景嘉子可昕予亦云知远以明安和静秋晓佳梦语凌"
_SECOND = "涵宁然远航舟溪棠禾岚川泽谦恒松竹榆枫桐芷蘅荷菱萱薇琪"


def person_name(chance: Random) -> str:
    """A family name and two letters that are not the name of anybody known."""
    return chance.choice(_SURNAMES) + chance.choice(_FIRST) + chance.choice(_SECOND)
