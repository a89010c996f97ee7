"""What a text ends in on paper: who issues it, and the day. A new text is given both when it is issued."""

import re

_NUMERAL = "0-9〇○零一二三四五六七八九十"
_DAY = rf"[{_NUMERAL}]{{4}}\s?年\s?[{_NUMERAL}]{{1,3}}\s?月\s?[{_NUMERAL}]{{1,3}}\s?日"
_BODY = "局|委|委员会|厅|政府|党组|党委|总支|支部|学校|小学|中学|职校|幼儿园|校区|中心|办公室|办|科|室|馆|站|院|园|会"
_ISSUER = rf"(?:(?:述职|汇报|报告|总结)人[:：][^\n]{{1,20}}|[^\n#|，。！？；：、{_NUMERAL}]{{1,29}}(?:{_BODY}))"
_SIGN_OFF = re.compile(rf"^[ \t　]*(?:{_ISSUER}[ \t　]*(?:\n\s*|[ \t　]+))?(?:（?{_DAY}）?)[ \t　]*\s*\Z", re.MULTILINE)


def sign_off_of(text: str) -> str:
    """The last lines of a text where they are a day, with or without who issues it before; "" where they are not."""
    found = _SIGN_OFF.search(text)
    return found[0] if found and found.start() else ""
