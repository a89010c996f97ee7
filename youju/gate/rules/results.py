"""What may be somebody's mark, rank or grade in a sentence: one row a way of writing it."""

import re
from typing import Literal, NamedTuple

SUBJECT = "语文|数学|英语|物理|化学|生物|历史|地理|政治|道德与法治|道法|科学|信息技术|信息科技|体育"
TASK = "作文|阅读|听力|口语|默写|口算|计算|听写|背诵|体测"
"""What of a subject is marked by itself."""

_SHORT = "[语数英外物化生政史地道科体]"  # as subjects are shortened where marks stand in a row: 语98数95


def _any(*ways: str) -> str:
    return "|".join(ways)


_EXAM = re.compile(
    _any(
        "考试|考级|考场|考生|考好|期末|期中|月考|中考|高考|合格考|模考|模拟考|小考|乐考|学考|单招|春考|统考|联考|质检",
        "测试|检测|测验|[周单月]元?[测练考]|[一二三]模|单元|查分|复[核查]|听力|作业|答题卡|考[了得出到取]",
        "成绩|总分|总评|学业|绩点|得分率|百分位|最高分|最低分|满分|裸分|双百|及格|待提高|未通过|挂科|综合素质|质量分析",
        "光荣榜|喜报|榜首|状元|苗子|学霸|[优困]生|统招|指标生|录取(?:成绩|名单)|文化[分课]|专业[分课]",
        "补考|重修|留级|不及格|摸底|模拟|准考证|标准分|[理文]综|百分等级|合格性|学习评价|成长手册|分流|选拔|录取|未达标|等[第级]为",
        "体质健康|(?:[上下两本]学期|学年|阶段)[^。]{0,8}(?:评|成绩|第)|特长|升学|升入|考入|Math|Score|Rank|Grade",
        "排名|名次|名列|位[列居]|[班级校市县]排|排在?第|[年全]级第|班级第|全班|班里|班级[前后]|年级[前后]|原?列(?:第|最后)",
        "进步|前进|退步|上次|[跌冲][出进](?:年级|班级)?前|(?:全[市县省校]|年级段?|班级)前|班级[0-9一二三四五六七八九十]",
        "(?:全[县市校班省]|年级|班级)[0-9]{1,4}(?![0-9人名所个])",
        rf"{SUBJECT}|{TASK}|{_SHORT}/{_SHORT}|{_SHORT}[0-9]{{2}}.*{_SHORT}[0-9]{{2}}",
    )
)
_OF_MARKS = re.compile(
    _any(
        "成绩|得分|总分|[一二三]模|分数|高分|低分|考了?|总评|排名|指标生|录取",
        rf"{SUBJECT}|{TASK}|{_SHORT}[0-9]|{_SHORT}/{_SHORT}",
    )
)
_OF_CLASS = re.compile("[一二三四五六七八九1-9][(][0-9]{1,2}[)]|[0-9]班|班级|年级")

# Nothing else is counted: no 98人, 12次, 5月, 400米.
_UNITS = "人所次个篇年月日号岁班届节元本册场天项条位家万课周时点分比米克度公千秒平票颗步只张株棵字词首幅"
_COUNTED = rf"(?! ?[{_UNITS}:]|[-/~]|小时)"
_NUMBER = r"(?<![0-9.第])1?[0-9]{1,2}(?:\.[0-9])?(?![0-9.%])"
_LONE = rf"(?<![0-9.第])(?:[2-9][0-9]|[1-7][0-9]{{2}})(?:\.[0-9])?(?![0-9.%]){_COUNTED}"
_IN_ROW = r"(?<![0-9.])[1-9][0-9]{1,2}(?:\.[0-9]{1,2})?(?![0-9.%])"
_SCOPE = "(?:年级|班级|全班|全校|全年级|全级|年段|级部|段|全县|全市|全省|全区|全镇|市|县|校内|[班校级里])"
_WHOLE = "(?:班级|年级|全班|全校|全级|全年级|全县|全市)"
_DIGIT = "[0-9一二两三四五六七八九十百]"
_NTH = rf"(?:第 ?{_DIGIT}{{1,6}} ?(?:[名位]|(?=的)|(?![0-9]|[\u4e00-\u9fff]))|倒数第?{_DIGIT})"
_FRONT = "前[0-9一二两三四五六七八九十百千]{1,3}名?"
_LEVEL = r"(?:[不未待]?及格|不?合格|待提高|优秀|良好|[优良中差](?![\u4e00-\u9fff]))(?!率|线|教师|学校|班)"


class Result(NamedTuple):
    """needs: what the text must be of besides; example: what it finds; spared: what it must leave alone."""

    code: str
    pattern: str
    needs: Literal["", "exam", "marks", "class"]
    example: str
    spared: str


_MARKED = rf"(?:{SUBJECT}|{TASK}|[理文]综|综合|标准分|卷面|笔试|机试|实验|总分|总评|三科|四科|五科|各科|合计|Math|English|Chinese|Total|Score)"
"""What a number or a grade stands behind."""
_MARK = rf"(?<![0-9.第])[0-9]{{1,3}}(?:\.[0-9]{{1,2}})?(?![0-9.%])(?! ?(?:[{_UNITS}:：级类组章课项]|小时|[-~/][0-9]))"
_MOVED = "(?:上升|下降|提高|提升|下滑|升|降|跌|掉|滑|落|冲|挤|进|杀|闯|退|更正|改|调整|修正|变|[从由])"

RESULTS = (
    Result(
        "of-subject",
        rf"{_MARKED}(?:两科|成绩|分数|单元|试卷|科目?|得分|部分)?(?:仅|只|才|均|都|竟|又)?[为是有:得考了拿到 ]{{0,3}}{_MARK}",
        "",
        "数学 71",
        "数学 71人",
    ),
    Result(
        "changed", rf"{_MOVED}[为到至成了]{{0,2}}(?:第 ?)?{_MARK}", "exam", "物理成绩由53更正为63", "成绩由教务处更正"
    ),
    Result(
        "level-moved",
        rf"{_MOVED}[为到至成]了?[“\"]?(?:[A-E][+-]?等?(?![A-Za-z])|{_LEVEL})",
        "exam",
        "语文降为及格",
        "语文改为选修",
    ),
    Result(
        "level-of",
        rf"(?:{_MARKED}|考试|考核|考查|测[试评验]|评[价定]|结果|等[第级]|生物)(?:[两三四五]科|两门|各科)?(?:均|都|全|皆|结果|等级|还是)?"
        rf"[为是:得获评 ]{{0,3}}[“\"]?(?:{_LEVEL}|没有?[过及]格?|没过|未?通过|[A-E][+-]?(?:等|级|(?![A-Za-z0-9])))",
        "exam",
        "地理生物两科均为A等",
        "学业达标率89%",
    ),
    Result(
        "failed",
        _any(
            "补考|重修|留级|挂科|红灯|没有?及格|未及格|不及格(?!率)|没过(?!来|去)|[不未]达标(?!率)|未录|落榜|垫底|倒数|最后一名",
            "[低高]于(?:[班全区校县市年级]{1,3}|区域)?(?:平均|均值|均分)|拖.{0,3}后腿|达线|过线|压线|上线了|超.{0,6}线[0-9]",
        ),
        "exam",
        "需补考的学生",
        "补录通知",
    ),
    Result(
        "front",
        rf"(?:{_MOVED}|[居列排占]|跻身|入围|稳定)[进到入至出在于]{{0,2}}了?(?:{_SCOPE}|{SUBJECT})?(?:的?前{_DIGIT}{{1,4}}|前列|前茅|中[上下游])",
        "exam",
        "冲到了前三十",
        "排到前台",
    ),
    Result(
        "band",
        r"(?:名次段|分数段|等级段|段位|档次|百分等级|百分位|得分率|正确率|Rank|Grade)[为是: ]{0,3}(?:[0-9.]{1,5}%?|[A-E](?![A-Za-z]))",
        "",
        "名次段 C",
        "名次段划分",
    ),
    Result("points", r"[0-9]{1,3}(?:\.[0-9]+)? ?分(?!制|钟|之|别|管|校|院|局|会|[0-9]+秒)", "", "得98分", "历时98分钟"),
    Result(
        "points-in-words",
        "(?:[一二三四五六七八九两][十百][零一二三四五六七八九十]*|[记计得]零)分(?!钟|之)",
        "",
        "得了九十八分",
        "历时三十分钟",
    ),
    Result(
        "total",
        "(?:总分|总成绩|成绩|得分|均分|平均分?|总评|总|原分|复查后|赋分|文化分?|专业分|评分|绩点|合计|客观题|主观题|技能)"
        rf"(?:分别)?[为是: (]{{0,3}}(?:{_LONE}|[0-9]\.[0-9]{{1,2}}(?![0-9%分]))",
        "exam",
        "考生,总分655",
        "考生,总分655人",
    ),
    Result("bare", _LONE, "marks", "数学考了98", "数学考了98人"),
    Result("of-full", r"(?<![0-9/])[0-9]{1,3}(?:\.5)?/(?:100|120|150|750)(?![0-9/])", "", "98/100", "3/100000"),
    Result("row", rf"{_IN_ROW}(?:[ |/、,]+{_IN_ROW}){{2,}}", "class", "九(1) | 118 | 109 | 97", "九(1) | 118 | 109"),
    Result("moving", rf"{_IN_ROW}(?:→{_IN_ROW})+", "", "96→88→79", "第2→3页"),
    Result("in-brackets", r"\([4-7][0-9]{2}(?:\.[05])?\)", "exam", "第一考场(689)", "考场(3)"),
    Result(
        "all-in-brackets",
        r"\([4-7][0-9]{2}\)(?=[、,][\u4e00-\u9fff]{2,4}\([4-7][0-9]{2}\))",
        "",
        "甲某(516)、乙某(511)",
        "甲某(516)",
    ),
    Result("beside", r"(?<=[\u4e00-\u9fff] )[4-7][0-9]{2}(?=[;,、 |]|$)", "class", "九(4) 甲某 687", "九(4) 687本"),
    Result(
        "rank-in",
        rf"{_SCOPE}里?(?:排名?|名列|位列|居|行|总分)?(?:{_NTH}|{_FRONT}|{_NUMBER}{_COUNTED})|[模试末中考分]{_FRONT}",
        "exam",
        "考试年级第12名",
        "考试年级12个班",
    ),
    Result(
        "rank",
        _any(
            "(?:名次|排名|位次|里排|名列|位列|[市级班]排)[是为: (]*(?:第 ?)?"
            "[0-9]{1,5}(?![0-9.%]| ?[人所次个篇年月日元])",
            _NTH,
        ),
        "exam",
        "排名位次为8736",
        "考试日期第2天",
    ),
    Result(
        "rank-of-whole",
        _any(
            rf"(?:{_WHOLE}|[测试考模])第{_DIGIT}{{1,6}}",
            rf"[进出入]了?前{_DIGIT}+",
            rf"[原仅]?列(?:第{_DIGIT}+|[0-9]+)",
        ),
        "exam",
        "分班考试年级第18,编入一班",
        "考试年级组3人",
    ),
    Result(
        "moved",
        _any(
            rf"(?:前进|进步|退步|后退|上升|下降)[了到至]{{0,2}}第?{_DIGIT}+个?名",
            rf"[到在至]了?第?{_DIGIT}+名(?:开外|以外|左右)?",
        ),
        "exam",
        "期末前进86名",
        "期末前进一步",
    ),
    Result(
        "share",
        _any(
            rf"(?:班级|年级|全校|考生|总分|排名)[前后末](?:百分之{_DIGIT}+|[0-9.]+%)",
            "(?:得分率|百分位)[是为: ]*[0-9.]+",
        ),
        "exam",
        "成绩在班级后10%",
        "成绩提高10%",
    ),
    Result(
        "place-in-words",
        _any(
            "榜首|之首|最后一名|垫底|挂科|状元|桂冠|倒数|双百分?",
            rf"(?:{SUBJECT})满分(?!为|[0-9])|[考得]了?满分|满分(?:学生|者)",
            "第一名?考入|[五六七八九十]次第一",
        ),
        "exam",
        "总分居榜首",
        "物理满分60",
    ),
    Result(
        "of-the-first",
        rf"{_FRONT}(?:以?内)?的?(?:学生|考生|成绩|同学)",
        "exam",
        "全市前一千名学生",
        "考生前往考点",
    ),
    Result(
        "letter",
        _any(
            rf"(?:等级|等第|评价|评定|总评|[获得为]|{SUBJECT})[\u4e00-\u9fff]{{0,4}}[是为:得 ]{{0,2}}"
            "[A-E][+-]?(?![A-Za-z0-9])",
            "[A-E][等档](?:学生)?(?=[:,升(]|$)",
            "(?<![A-Za-z])[A-E](?:[ |/、,]+[A-E])+(?![A-Za-z])",
            rf"{_SHORT}[A-E](?![A-Za-z0-9])",
            "(?<![A-Za-z])[A-D]{3,5}(?![A-Za-z])",
            "(?<![0-9A-Za-z])[1-9]A(?:[1-9]B)?(?![0-9A-Za-z])",
        ),
        "exam",
        "英语等级:E",
        "英语角ABO",
    ),
    Result(
        "level",
        rf"(?:{SUBJECT}|学业|品德|等第|等级|考试|测验|期[中末]|总评)[为是:得“\" ]{{0,3}}{_LEVEL}",
        "exam",
        "期中数学:不及格",
        "数学及格率98%",
    ),
    Result(
        "level-alone",
        _any(
            r"(?<![\u4e00-\u9fff])(?:优秀|良好|[不待未]?合格|不?及格|[不未]?达标|[未不]?通过)(?=[ ,、|;:.)]|$)",
            "[优良差](?=[,、 |;)]|$)",
        ),
        "exam",
        "信息技术: 优秀",
        "信息技术优秀案例",
    ),
    Result("levels", rf"{_LEVEL}(?:[ |/、,]+{_LEVEL}){{2,}}", "exam", "成绩册 优 良 及格", "成绩册 优 良"),
    Result(
        "weak",
        _any(
            "[不未待]及格(?:学生|考生|名单|$)",
            "未(?:通过|达标)的?(?:学生|考生|名单)",
            "(?:学困|临界|后进|尖子|优秀)生(?:名单)?[:(]",
        ),
        "exam",
        "不及格学生名单",
        "不及格率下降",
    ),
)
_COMPILED = tuple((result, re.compile(result.pattern)) for result in RESULTS)


class Found(NamedTuple):
    """start, end (exclusive): in the sentence; code: of the row."""

    start: int
    end: int
    code: str


def is_of_exams(text: str) -> bool:
    return bool(_EXAM.search(text))


def results_in(sentence: str, *, exam: bool, around: str) -> list[Found]:
    """In their order. exam: the text is of exams; around: the sentence with what stands above it."""
    holds = {
        "": True,
        "exam": exam,
        "marks": exam and bool(_OF_MARKS.search(sentence)),
        "class": exam or bool(_OF_CLASS.search(around)),
    }
    return sorted(
        Found(*hit.span(), result.code)
        for result, pattern in _COMPILED
        if holds[result.needs]
        for hit in pattern.finditer(sentence)
    )
