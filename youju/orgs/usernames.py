"""Log-in names that are proposed: the pinyin of a name, with a number where others bear it."""

import re

from pypinyin import lazy_pinyin

from youju.orgs.members import Member

_OTHER = re.compile(r"[^a-z0-9]")
_LENGTH = 30


def propose_username(name: str, taken: set[str] | None = None) -> str:
    """A free log-in name for somebody of this name. taken: names given out in the same go, which grow by this one."""
    front = _OTHER.sub("", "".join(lazy_pinyin(name)).lower())[:_LENGTH] or "member"
    used = set(Member.objects.filter(username__istartswith=front).values_list("username", flat=True)) | (taken or set())
    used = {username.lower() for username in used}
    number, proposed = 1, front
    while proposed in used:
        number += 1
        proposed = f"{front}{number}"
    if taken is not None:
        taken.add(proposed)
    return proposed
