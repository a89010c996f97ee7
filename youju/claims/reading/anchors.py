"""One pass over the text that finds every place where a figure could stand, and what sort of place it is.

The pattern begins with a set of characters, so the search runs at the speed of a scan; each alternative then looks
back at the character found. Repetitions are bounded or possessive: no text makes the pass slower than linear.
"""

from __future__ import annotations

import re

from youju.claims.reading.lexicon import UNIT_FIRSTS, load, words

CN = "一二三四五六七八九十百千万亿两廿卅"
CN0 = CN + "〇零"
_TO = r"\s?[-—–~～至到]{1,2}\s?"
_NUMBER = rf"(?:[0-9]{{1,15}}(?:\.[0-9]{{1,8}})?|[{CN0}]{{1,12}}(?:点[{CN0}]{{1,6}})?)"
_NOUN_FIRSTS = "".join(sorted({word[0] for key in ("person", "place") for word in words(load("nouns")[key])}))
_MULTIPLE = "(?:[十百万亿]|千(?![米克瓦卡伏]))"

_YEAR = rf"""(?:(?<=1)9|(?<=2)0)[0-9]{{2}}(?![0-9])(?:
      (?:{_TO}|/)(?:(?:19|20)?[0-9]{{2}})\s?(?:学年度?|年度?)?
    | \s?(?:年度?|学年度?|届|级)(?!均)
    | [./-](?:1[0-2]|0?[1-9])(?:[./-][0-3]?[0-9])?(?![0-9.%]|\s?[万亿千余元多])
    )(?:\s?[0-9]{{1,2}}\s?月(?:份|\s?[0-9]{{1,2}}\s?[日号])?)?"""
_BLANKED = rf"[0-9]{{0,3}}_{{1,8}}(?:{_TO}[0-9]{{0,4}}_{{0,8}})?\s?(?:年度?|学年)?"
_MONTH = rf"""[0-9]?(?:(?:{_TO}|、)[0-9]{{1,2}}){{0,6}}\s?月(?!均|嫂|饼)
    (?:份|\s?[0-9]{{1,2}}(?:(?:{_TO}|、)[0-9]{{1,2}}){{0,6}}\s?[日号])?"""
_DAY = rf"[0-9]?(?:(?:{_TO}|、)[0-9]{{1,2}}){{0,6}}\s?(?:日(?!均|常|产|用)|号)"
_CLOCK = r"[0-9]?\s?(?:时(?:[0-9]{1,2}分)?(?!间|代|长|刻)|点钟|点(?=[0-9整半至到]))"
_NUMBERED_YEAR = r"[0-9]?[.、．]\s?(?=(?:19|20)[0-9]{2}\s?[年_])"
_RATIO = r"[0-9]{0,5}(?:\.[0-9]{1,3})?\s?[:：∶]\s?[0-9]{1,6}(?:\.[0-9]{1,4})?(?:[:：∶][0-9.]{1,8}){0,3}"
# 1,986 and 1 986; a common space only where the number goes straight on to its measure word.
_THOUSANDS = rf"""(?:[,\u00a0\u2009\u202f][0-9]{{3}}(?![0-9])
    | (?<![0-9]{{4}})[ ][0-9]{{3}}(?=[余多]?\s?(?:{_MULTIPLE}|[{UNIT_FIRSTS}])|[ ][0-9]{{3}}[^0-9]))*+"""
_DIGITS = rf"""[0-9]*+{_THOUSANDS}(?:\.[0-9]++)?
    (?:\s?[余多几]?{_MULTIPLE}{{1,3}}(?:[余多](?=亿)亿|[0-9]{{1,4}}[十百千]?[余多]?[十百千万]|[一二两三四五六七八九][十百千][{CN0}]{{0,6}}+)?)?(?:\s?[余多几](?=\s?[{UNIT_FIRSTS}{_NOUN_FIRSTS}])|[余多几])?"""

ANCHOR = re.compile(
    rf"""[0-9{CN}第前首榜之半近过翻]
    (?: (?<=[0-9]) (?:
            (?P<date>{_YEAR}|{_BLANKED}|{_MONTH}|{_DAY}|{_CLOCK}|{_NUMBERED_YEAR})
          | (?P<ratio>{_RATIO})
          | (?P<quotient>[0-9]?/[0-9]{{1,2}}(?![0-9/.年月]))
          | (?P<digits>{_DIGITS}) )
      | (?<=第)\s?(?P<rank>[0-9]{{1,6}}|[{CN0}]{{1,9}})
      | (?<=前)(?<![目此之当先日提]前)(?P<front>[0-9]{{1,4}}|[{CN}]{{1,4}})
      | (?<=[百千])(?P<percent>分之\s?{_NUMBER}[余多]?|分百(?!分))
      | (?P<fraction>(?<=[{CN}])[{CN}]{{0,4}}分之[{CN}]{{1,4}})
      | (?<=一)(?P<half>半)(?![年天月日小个路])
      | (?P<mixed>(?<=[{CN}])[{CN0}]{{0,8}}(?<=[万亿])[0-9]{{1,4}}(?:\.[0-9]{{1,4}})?[十百千]?[余多]?万?)
      | (?P<chinese>(?<=[{CN}])[{CN0}]{{0,16}}+(?:点[{CN0}]{{1,6}}+)?[余多几来]?[万亿]?[余多]?
            (?=\s{{0,2}}[{UNIT_FIRSTS}]|\s?[至到~～—–-]{{1,2}}\s?[{CN}]))
      | (?P<crowd>(?:(?<=[百千万亿])(?=[余多]?[万亿]?[余多]?[{_NOUN_FIRSTS}，。；、])
            |(?<=[{CN}])[{CN0}]{{0,16}}[百千万亿][{CN0}]{{0,4}}+)[余多]?[万亿]?[余多]?)
      | (?P<run>(?<=[{CN}])[{CN0}]{{16,}}+)
      | (?P<top>(?<=首)位|(?<=榜)首|(?<=之)首)
      | (?P<halved>(?<=半)(?=年|天|个月|个小时|小时|个学期))
      | (?P<tally>(?<=[十百千万亿])[十百千万亿]?计)
      | (?P<majority>(?<=半)数|(?<=[近过])半(?![年天月日小个]))
      | (?P<double>(?<=翻)[了上]?[近约超]?[{CN}]?番)
    )""",
    re.VERBOSE,
)
"""Named by what was found: `date` and `run` are never figures, the others may be."""
