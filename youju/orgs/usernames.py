"""Log-in names that are proposed: the pinyin of a name, with a number where others bear it."""

import re

from youju.orgs.members import Member

# Family names that are read otherwise than their character is most of the time (汉语大词典).
_FAMILY = {
    "仇": "qiu", "单": "shan", "曾": "zeng", "解": "xie", "区": "ou", "查": "zha", "朴": "piao", "盖": "ge",
    "乐": "yue", "覃": "qin", "缪": "miao", "宓": "mi", "翟": "zhai", "折": "she", "种": "chong", "秘": "bi",
    "冼": "xian", "员": "yun", "燕": "yan", "尉迟": "yuchi", "万俟": "moqi",
}  # fmt: skip
_OTHER = re.compile(r"[^a-z0-9]")
_LENGTH = 30


def propose_username(name: str, taken: set[str] | None = None) -> str:
    """A free log-in name for somebody of this name. taken: names given out in the same go, which grow by this one."""
    front = _OTHER.sub("", _read_aloud(name).lower())[:_LENGTH] or "member"
    used = set(Member.objects.filter(username__istartswith=front).values_list("username", flat=True)) | (taken or set())
    used = {username.lower() for username in used}
    number, proposed = 1, front
    while proposed in used:
        number += 1
        proposed = f"{front}{number}"
    if taken is not None:
        taken.add(proposed)
    return proposed


def _read_aloud(name: str) -> str:
    """The pinyin of a name, the family name as families read it."""
    from pypinyin import lazy_pinyin  # its dictionary takes long to load: not for every command

    family = next((name[:length] for length in (2, 1) if name[:length] in _FAMILY), "")
    return _FAMILY.get(family, "") + "".join(lazy_pinyin(name[len(family) :]))
