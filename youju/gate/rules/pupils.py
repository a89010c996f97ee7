"""Who a mark may be somebody's: a name, or what tells a single pupil from all others without one."""

from collections.abc import Iterator
from typing import NamedTuple

from youju.gate.rules.names import BEFORE, FAMILY, FAR, NAME, NO_FAR
from youju.lib.patterns import late
from youju.lib.surnames import RARER, SINGLE

_NO_PUPIL = (
    "全体|各位|其[他余它]|有的|[这那]些|部分|多数|少数|本[班校]|[我全]班|班[上里]|每[位个名]|[0-9一两三四五六七八九十几数]+[位名个]"
    "|很多|许多|优秀|获奖|贫困|所有|一些|个别|进步|受助|获得|困难|中小|高年|低年|不同|参[赛加]|同[班校]|[0-9一二三四五六]年级"
    "|[男女新老]同学|班级|学校|我们|让|对|请|帮助|与同学|和同学"
)
"""Before 同学 these name nobody."""
_HAN = r"[\u4e00-\u9fff]"
_BEGIN = rf"(?:{BEFORE}|(?<=[与和、由称]))"
_IN_NUMBER = "[一二三四五六七八九十0-9]"
_CLASS = rf"{_IN_NUMBER}{{1,4}}(?:年级|级)?[(]?{_IN_NUMBER}{{1,2}}[)]?班"
_PUPIL = "(?:同学|学生|考生|孩子|[男女]生)"


class One(NamedTuple):
    """What tells a pupil from others. surely: it is said of pupils alone. example: found; spared: left alone."""

    pattern: str
    surely: bool
    example: str
    spared: str


ONES = (
    One(
        r"(?:学籍|学|考籍|考|准考证|座位?|学生|考生)(?:尾?号|编号)(?:尾号)?[为是: ]{0,3}[A-Za-z]?[0-9]{1,20}", True,
        "学号20230117", "凭准考证号登录",
    ),
    One(r"(?<![0-9])20[0-9]{6,12}(?=[ ,、:]{1,2}[\u4e00-\u9fff])", False, "202300917 语文", "20250917"),
    One(rf"(?:编号|序号|尾号)[为是: ]{{0,2}}[0-9]{{1,20}}的?{_PUPIL}", True, "编号07的孩子", "编号07的文件"),
    One(
        rf"{_PUPIL}(?:[0-9]{{2,20}}|[A-Z甲乙丙丁]{{1,2}})(?![A-Za-z0-9人名等类卷级组])", True,
        "考生6021134", "学生120人",
    ),
    One(rf"{_CLASS}的?第?[0-9]{{1,2}}号", True, "初二五班23号", "五年级2班第3名"),
    One(rf"(?<![0-9月第])[0-9]{{1,3}}号{_PUPIL}", True, "17号同学", "5月17号学生返校"),
    One(
        rf"{_BEGIN}{FAMILY}(?:某{{1,2}}|[*×]{{1,2}}|[xX]{{2}})(?:同学|[男女]?生)?", False,
        "覃某某", "某校",
    ),
    One(rf"{_BEGIN}{FAMILY}[*×○][\u4e00-\u9fff*×○]", False, "王*涵", "3*4"),
    One(rf"{_BEGIN}[{SINGLE}{RARER}{FAR}](?:同学|生(?=[,(:的 ]))", True, "史同学", "全班同学"),
    One(rf"{_BEGIN}小{FAMILY}(?:同学|(?=[数语英考的,:]))", False, "小王同学", "小学同学"),
    One(rf"{_BEGIN}(?!{_NO_PUPIL}){_HAN}{{2,3}}(?<!等)同学(?![们会录聚间])", True, "童谣同学", "全体同学"),
    One(rf"{_BEGIN}(?<![0-9])(?!{NO_FAR})[{FAR}]{_HAN}{{1,2}}(?=的|(?!{_HAN}))", False, "倪虹", "管理"),
    One(rf"(?<!{_HAN})某{_HAN}{{0,3}}{_PUPIL}", True, "某初三学生", "我校某学生社团"),
    One(
        r"(?<![A-Za-z.])[A-Z](?:\.[A-Z]){1,3}\.?(?![A-Za-z])|(?<![A-Za-z])[A-Z]{2,3} ?同学", False,
        "L.X.Y. 同学", "APP同步",
    ),
    One(r"(?<![A-Za-z])[A-Z甲乙丙丁](?:同学|生(?=[,:的 ]))", True, "A同学", "新生同学"),
    One(rf"{_HAN}{{2,8}}·{_HAN}{{2,8}}", False, "阿依古丽·买买提", "第一章·1"),
    One(rf"该(?:生|同学|考生|学生)[(]{_HAN}{{2,4}}[)]", True, "该生(郗望)", "该校(郗望)"),
    One(rf"[“\"']?{_HAN}{{1,3}}[”\"']?[(]化名", False, "“小明”(化名", "小明"),
    One(r"(?<![A-Za-z])(?!M(?:r|rs|s) |Grade|Class|The |This |Each |All |Our )[A-Z][a-z]{1,6} [A-Z][a-z]{1,12}(?![A-Za-z])", False, "Li Ming scored", "the County"),
    One(
        r"(?:Name|姓名|学生|考生)[: ]{1,3}[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", True,
        "Name: Chen Yutong", "Name of school",
    ),
)  # fmt: skip
_ONES = tuple((one, late(one.pattern)) for one in ONES)
_NAMED = late(
    rf"(?:{BEFORE}|(?<=[请问了找令替访评选荐帮夸他她试测中星霸绍映小象女号年部之赛考一弟妹兄姐称及含括即另])|(?<=显示)){NAME}"
)
_SPREAD = late(rf"(?<![\u4e00-\u9fff]){FAMILY} [\u4e00-\u9fff](?![\u4e00-\u9fff])")


class Who(NamedTuple):
    """start, end (exclusive): in the sentence; surely: of a pupil, whatever else stands there."""

    start: int
    end: int
    surely: bool


def who_in(sentence: str) -> list[Who]:
    """Everybody in a sentence who may be a pupil, in their order."""
    return sorted(_who_in(sentence))


def _who_in(sentence: str) -> Iterator[Who]:
    for found in _NAMED.finditer(sentence):
        yield Who(*found.span(), surely=False)
    for found in _SPREAD.finditer(sentence):
        yield Who(*found.span(), surely=False)
    for one, pattern in _ONES:
        for found in pattern.finditer(sentence):
            yield Who(*found.span(), one.surely)
