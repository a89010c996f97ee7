"""What award lists count, for the register of titles and for the lists themselves."""

from pathlib import Path

from youju.records.counting.measures import load_measures

MEASURES = load_measures(Path(__file__).parent / "award")
_PREFIXES = ("全国", "国家级", "省级", "省", "市级", "市", "县级", "县", "区级", "区", "镇级", "镇", "校级", "校")


def find_category(measure: str, name: str) -> str:
    """The category that a title of this name is, its level before it left aside; empty where it is none.

    A longer name is never taken for what it only begins with: 十佳青年教师 is not 十佳.
    """
    for declared in MEASURES:
        if declared.code == measure:
            for category in declared.categories.values():
                if _plain(name) in (_plain(known) for known in (category.zh, *category.aliases)):
                    return category.code
    return ""


def _plain(name: str) -> str:
    text = "".join(name.split()).strip("“”《》")
    prefix = next((each for each in _PREFIXES if text.startswith(each) and text != each), "")
    return text.removeprefix(prefix)
