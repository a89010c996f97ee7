"""The figures of a year as people in several posts write them; written from the work, not from the aliases.

Each line: the indicator's code, a bar, and a sentence with {n} where the number with its measure word goes. The same
figure stands once for each writer; a writer never sees the wording of the others.
"""

from collections.abc import Iterator, Sequence
from types import ModuleType
from typing import NamedTuple

from tests.claims.checking import phrases_fitted, phrases_outside, phrases_sealed

# The office clerk: long sentences, full names, passive voice.
OFFICE = """
study.center_group.sessions | 局党委坚持把政治建设摆在首位，理论学习中心组全年组织集中学习{n:次}。
study.center_group.attendance | 严格考勤制度，中心组成员到会率保持在{n}。
study.branch.sessions | 机关及各校党支部全年共组织集中学习{n:次}，覆盖全体党员。
study.branch.attendance | 支部学习参学率为{n}，较好落实了组织生活制度。
study.reports.each_school | 要求学校班子成员结合分管工作撰写学习报告，每校不少于{n:篇}。
study.reports.total | 全年收到各校领导班子撰写的学习报告共计{n:篇}。
contests.first_prize | 举办教育系统主题演讲比赛，评出一等奖{n:名}。
contests.second_prize | 教育系统主题演讲比赛共产生二等奖{n:名}。
training.field_study.batches | 组织党务干部分{n:批}赴外地开展理论学习和现场教学。
training.field_study.days | 党务干部赴外地现场教学，每批为期{n:天}。
training.field_study.people | 全年选派{n:名}党务干部外出学习考察。
training.party_course.people | 12月选送{n:名}学校党务干部参加党务工作专题培训。
~training.teacher_course.people | 利用暑期组织{n:名}骨干教师参加集中培训。
honours.model_party_members | 年末表彰教育系统模范党员{n:名}。
publications.research_series | 编辑出版本土教育家思想研究丛书{n:本}。
publications.collections | 汇编出版先进事迹文集{n:本}。
publications.textbooks | 指导学校开发校本教材{n:本}。
projects.thought_research.schools | 全县有{n:所}学校开展教育家思想研究。
projects.heritage.schools | 推动地方文化传承，{n:所}学校开设了传承项目。
projects.patriotic.schools | 全县{n:所}学校实施了爱国主义教育项目。
publicity.local | 在县内网站和媒体发表宣传新闻{n:篇}。
publicity.upper | 在市级以上媒体发表宣传报道{n:篇}。
publicity.upper.province | 其中省级媒体刊发宣传报道{n:篇}。
publicity.posts | 全年通过微信公众号推送信息{n:条}。
honours.advanced_persons | 开展“榜样的力量”主题宣传，授予{n:位}教师先进人物称号。
honours.outreach_individuals | {n:名}同志被评为外宣先进个人。
honours.correspondents | {n:名}同志被评为优秀通讯员。
honours.beautiful_teachers | {n:名}教师入选全国最美教师。
honours.good_persons | {n:人}当选身边好人。
honours.youth_models | 评选产生最美少年标兵{n:名}。
honours.youths | 命名表彰“最美少年”{n:名}。
honours.senior_titles | 新增教授级中学高级教师{n:人}。
honours.special_grade | {n:人}被授予省特级教师称号。
honours.top_ten.city | {n:人}获评望川市各学段十佳教师。
honours.subject_leaders.city | {n:人}被评为望川市学科带头人。
honours.backbone.city | {n:人}被认定为望川市中青年教学骨干。
honours.subject_leaders.county | 评选县级学科带头人{n:人}。
honours.ethics_models | 表彰师德标兵{n:名}。
honours.good_educators | 表彰优秀教育工作者{n:名}。
honours.class_heads | 表彰优秀班主任{n:名}。
teaching_contests.first_prize.province | 在省级基本功大赛和评优课中，{n:人}获一等奖。
teaching_contests.second_prize.province | 在省级基本功大赛和评优课中，另有{n:人}获二等奖。
teaching_contests.first_prize.city | 教师参加望川市基本功大赛和评优课，{n:人}获一等奖。
exam.first_tier | 今年高考，全县本一达线{n:人}。
exam.undergraduate_rate | 高考本科率达{n}。
exam.candidates | 全县参加高考的考生{n:人}。
exam.top_ten.city | 望川市文理科前十名中我县占{n:名}。
visits.households | 机关干部走访慰问农户{n:户}。
visits.enterprises | 走访慰问企业{n:家}。
volunteers.persons | 机关、教师、学生志愿者队伍发展到{n:人}。
volunteers.flagged_teams | 全县{n:支}志愿服务队参加集中授旗仪式。
volunteers.teams | 教育系统现有志愿服务队{n:支}。
volunteers.activities | 全年开展志愿服务活动{n:场}。
volunteers.representatives | {n:名}志愿者代表集体亮相。
accreditation.civilised_campus.applying.city | 组织{n:所}学校参加望川市文明校园创建。
accreditation.civilised_campus.city | 拥有望川市文明校园{n:个}。
accreditation.civilised_campus.province | 拥有青岚省文明校园{n:个}。
accreditation.civilised_unit.county | 现有溪云县文明单位{n:个}。
accreditation.civilised_unit.city | 现有望川市文明单位{n:个}。
accreditation.arts_school.city | 建成望川市艺术特色学校{n:所}。
accreditation.arts_school.province | 建成青岚省艺术特色学校{n:所}。
accreditation.reading_campus.county | 建成县级书香校园{n:所}。
reviews.meetings | 11月，共召开教育行风评议会{n:场}。
reviews.towns | 教育行风评议在{n:个}镇展开。
reviews.schools | {n:所}直属学校召开了行风评议会。
reviews.guests | 评议会邀请社会各界人士{n:人}参加。
reviews.satisfaction | 测评显示，社会对教育的满意度为{n}。
reviews.answers | 共收回满意度测评答卷{n:份}。
reviews.suggestions | 评议会征集意见建议{n:条}。
surveys.ethics | 省第三方调查中，学生对教师师德的满意度为{n}。
surveys.school | 省第三方调查中，社会对学校的满意度为{n}。
surveys.government | 省第三方调查中，学校对政府管理与服务的满意度为{n}。
mechanisms.in_force | 建立健全网络舆情工作机制{n:个}。
inquiries.online.answered | 全年回复网络咨询{n:条}。
inquiries.online.received | 全年收到网络咨询{n:条}。
inquiries.online.answer_rate | 网络咨询回复率达到{n}。
inquiries.phone.answered | 答复电话咨询{n:条}。
inquiries.phone.received | 受理电话咨询{n:条}。
incidents.handled | 妥善处置突发舆情{n:起}。
incidents.found | 监测发现涉教舆情{n:起}。
information.adopted | 便民信息被县发布平台录用{n:条}。
information.submitted | 向县发布平台报送信息{n:条}。
meetings.online_work | 召开网评员会议{n:次}。
meetings.publicity_work | 召开宣传工作会议{n:次}。
"""

# The bulletin writer: short, the number first, few verbs.
BULLETIN = """
study.center_group.sessions | {n:次}党委中心组学习，次次有主题。
study.center_group.attendance | 中心组学习出勤率{n}。
study.branch.sessions | 支部学习开展{n:次}。
study.reports.total | 班子成员写出学习报告{n:篇}。
contests.first_prize | {n:名}选手摘得演讲比赛一等奖。
training.field_study.people | {n:名}党务干部走出去学习。
training.party_course.people | 党务培训送出{n:名}学员。
~training.teacher_course.people | 暑期教师培训参训{n:名}。
honours.model_party_members | 新评模范党员{n:名}。
publications.research_series | 教育思想研究丛书已出{n:本}。
publications.textbooks | 校本教材新添{n:本}。
projects.thought_research.schools | {n:所}学校参与教育思想研究。
projects.heritage.schools | 非遗、戏曲等地方文化传承走进{n:所}学校。
publicity.local | 本地媒体发稿{n:篇}。
publicity.upper | 市级以上媒体用稿{n:篇}。
publicity.upper.city | 市级媒体用稿{n:篇}。
publicity.upper.nation | 国家级媒体用稿{n:篇}。
publicity.posts | 公众号推送{n:条}。
honours.advanced_persons | {n:位}先进人物受到表彰。
honours.outreach_individuals | 外宣先进个人{n:名}。
honours.correspondents | 优秀通讯员{n:名}。
honours.youth_models | 最美少年标兵{n:名}。
honours.youths | 最美少年{n:名}。
honours.senior_titles | 正高级教师新增{n:人}。
honours.special_grade | 省特级教师新增{n:人}。
honours.subject_leaders.city | 市级学科带头人达到{n:人}。
honours.backbone.city | 市级教学骨干{n:人}。
honours.backbone.county | 县级教学骨干{n:人}。
honours.class_heads | 优秀班主任{n:名}。
honours.service_models | 优质服务标兵{n:名}。
teaching_contests.first_prize.province | 省级教学比赛一等奖{n:人}。
exam.first_tier | 本一上线{n:人}。
exam.undergraduate_rate | 本科达线率{n}。
visits.households | {n:户}农户迎来机关干部走访。
visits.household_visits | 入户走访{n:户次}。
visits.enterprises | 走访企业{n:家}。
volunteers.persons | 志愿者达{n:人}。
volunteers.activities | 志愿服务{n:场}。
accreditation.civilised_campus.nation | 全国文明校园{n:个}。
accreditation.civilised_campus.province | 省级文明校园{n:个}。
accreditation.civilised_unit.city | 市级文明单位{n:个}。
accreditation.civilised_unit.province | 省级文明单位{n:个}。
accreditation.arts_school.city | 市级艺术特色学校{n:所}。
accreditation.arts_school.nation | 全国艺术特色学校{n:所}。
reviews.meetings | 行风评议会开了{n:场}。
reviews.guests | {n:人}受邀评议教育。
reviews.satisfaction | 教育满意度{n}。
reviews.suggestions | 收到评议建议{n:条}。
surveys.ethics | 第三方监测师德满意度{n}。
surveys.school | 第三方监测学校满意度{n}。
inquiries.online.answered | 网上咨询答复{n:条}。
inquiries.online.received | 网上咨询来了{n:条}。
inquiries.online.answer_rate | 网上咨询答复率{n}。
inquiries.phone.answered | 电话咨询答复{n:条}。
incidents.handled | 突发舆情处置{n:起}。
information.adopted | 信息录用{n:条}。
information.submitted | 信息报送{n:条}。
meetings.online_work | 网评工作会议{n:次}。
"""

# The school's head or a liaison, half spoken.
SPOKEN = """
study.center_group.sessions | 中心组每个月都坐下来学，一年下来一共学了{n:次}。
study.center_group.attendance | 大家都能按时来，中心组参学率有{n}。
study.reports.each_school | 每所学校的班子一年里学习报告至少要写{n:篇}。
contests.first_prize | 上半年搞了演讲比赛，一等奖给了{n:名}老师。
training.field_study.batches | 党务干部出去学习一共去了{n:批}。
training.field_study.days | 外出学习一批要走{n:天}。
training.party_course.people | 我们送了{n:名}支部书记等党务干部去学党务。
~training.teacher_course.people | 暑假里有{n:名}老师参加了骨干教师培训。
publications.collections | 老师们的先进事迹编成了{n:本}文集。
projects.patriotic.schools | 做爱国主义教育项目的学校有{n:所}。
publicity.local | 县里的网站、报纸上登了我们{n:篇}报道。
publicity.upper | 上级媒体登了我们{n:篇}报道。
honours.advanced_persons | 今年一共有{n:位}老师评上了先进人物。
honours.beautiful_teachers | 有{n:名}老师评上了最美教师。
honours.good_persons | 教育系统出了{n:人}身边好人。
honours.youths | 孩子们里有{n:名}评上最美少年。
honours.top_ten.city | 有{n:人}评上了望川市的十佳教师。
honours.subject_leaders.city | 望川市的学科带头人，我们有{n:人}。
honours.backbone.city | 望川市的教学骨干我们有{n:人}。
honours.top_ten_young.county | 县里的十佳青年教师评了{n:人}。
honours.ethics_models | 师德标兵评了{n:名}。
teaching_contests.first_prize.province | 老师们去省里比基本功，{n:人}得了一等奖。
exam.first_tier | 高考本一线以上有{n:人}。
exam.candidates | 今年参加高考的孩子有{n:人}。
~visits.households | 局机关的同志跑了{n:户}农户家里。
visits.enterprises | 还跑了{n:家}企业。
volunteers.persons | 咱们教育系统的志愿者有{n:人}了。
volunteers.teams | 各校的志愿服务队加起来有{n:支}。
volunteers.activities | 志愿服务活动搞了{n:场}。
accreditation.civilised_campus.applying.city | 今年去创市级文明校园的学校有{n:所}。
accreditation.civilised_unit.county | 县级文明单位，系统里有{n:个}。
accreditation.arts_school.province | 省里的艺术特色学校我们有{n:所}。
~reviews.meetings | 各镇各校加起来开了{n:场}行风评议会。
reviews.guests | 来参加评议的代表有{n:人}。
reviews.satisfaction | 评议会现场打分，老百姓对教育的满意度是{n}。
reviews.answers | 发下去的测评问卷收回来{n:份}。
surveys.government | 学校对政府管理服务的满意度，省里测出来是{n}。
inquiries.online.answered | 网上有人问的，我们回复了{n:条}。
inquiries.phone.received | 打电话来咨询的有{n:条}。
inquiries.phone.answer_rate | 电话咨询的回复率是{n}。
incidents.handled | 突发的舆情处理了{n:起}。
incidents.found | 平时监测到的舆情有{n:起}。
information.adopted | 送上去的便民信息用了{n:条}。
meetings.online_work | 网评员的会开了{n:次}。
meetings.publicity_work | 宣传工作的会开了{n:次}。
"""

# Ranks have a place instead of a number.
PLACES = """
rankings.top_teachers.city | 拔尖教师数量位居望川市第{p}。
rankings.exam_band.province | 高考成绩跻身全省第{p}方阵。
rankings.arts_show.city | 全市中小学生艺术展演中，我县整体成绩位列第{p}。
rankings.arts_brand.city | 艺术品牌学校创建数量排望川市第{p}。
"""

# What no record of the demo bureau speaks to.
SILENT = """
新建校舍{n:平方米}，改造运动场{n:片}。
全年投入教育经费{n:万元}。
为{n:名}困难学生发放助学金。
新增学前教育学位{n:个}。
招聘新教师{n:名}。
交流轮岗校长教师{n:人}。
食品安全检查覆盖食堂{n:家}。
更新校车{n:辆}。
排查整改安全隐患{n:处}。
开展消防演练{n:次}。
义务教育巩固率达{n}。
学前三年毛入园率为{n}。
近视率下降到{n}。
组织学生体质监测{n:人}。
引进高层次人才{n:人}。
办理人大代表建议{n:件}。
办理政协提案{n:件}。
审计项目完成{n:个}。
压减校外培训机构{n:家}。
查处违规培训{n:起}。
课后服务参与率为{n}。
开设社团{n:个}。
图书馆新购图书{n:册}。
心理咨询室接待来访{n:人次}。
送教上门{n:人}。
随迁子女入学{n:人}。
职业学校招生{n:人}。
技能大赛获金牌{n:枚}。
校园足球联赛进行{n:场}。
集团化办学覆盖学校{n:所}。
建成智慧教室{n:间}。
教师住房补助惠及{n:户}。
退休教师座谈会召开{n:次}。
工会慰问职工{n:人}。
妇联评出最美家庭{n:户}。
青少年科技创新大赛获奖{n:项}。
发表教育科研论文{n:篇}。
立项省级课题{n:项}。
开展教学视导{n:次}。
优质园比例达到{n}。
清理不规范合同{n:份}。
财务报销审核{n:笔}。
档案归档{n:卷}。
法治副校长聘任{n:名}。
劳动实践基地建成{n:个}。
研学旅行接待学生{n:人次}。
校服采购招标{n:批}。
接收捐赠图书{n:册}。
垃圾分类督查{n:次}。
光盘行动检查{n:次}。
"""

# What the ledger holds something near of, but not this; after the bar, what it is easily taken for.
NEAR = """
honours.subject_leaders.city | 其中农村学校的学科带头人{n:人}。
volunteers.persons | 志愿者中女教师{n:人}。
training.teacher_course.people | 组织校医培训{n:名}。
contests.first_prize | 师生书法比赛评出一等奖{n:名}。
reviews.meetings | 召开食品安全评议会{n:场}。
reviews.satisfaction | 家长对食堂的满意度为{n}。
inquiries.online.answer_rate | 信访件按期办结率{n}。
study.center_group.attendance | 教师继续教育参训率{n}。
visits.households | 走访困难学生家庭{n:户}。
visits.enterprises | 检查校外培训机构{n:家}。
accreditation.civilised_campus.province | 省级平安校园{n:个}。
accreditation.arts_school.city | 市级体育特色学校{n:所}。
accreditation.civilised_unit.city | 市级卫生单位{n:个}。
publications.research_series | 出版校史丛书{n:本}。
projects.thought_research.schools | {n:所}学校开展人工智能教育。
publicity.upper | 在省级刊物发表教研论文{n:篇}。
publicity.posts | 抖音号发布短视频{n:条}。
honours.youths | 评选校园小歌手{n:名}。
honours.ethics_models | 评选安全工作标兵{n:名}。
honours.class_heads | 评选优秀少先队辅导员{n:名}。
exam.first_tier | 中考重点高中达线{n:人}。
exam.undergraduate_rate | 中职升学率达{n}。
volunteers.activities | 开展科普宣讲活动{n:场}。
volunteers.teams | 组建学生足球队{n:支}。
incidents.handled | 调解校园纠纷{n:起}。
information.adopted | 收到表扬信{n:条}。
meetings.online_work | 召开校长会议{n:次}。
mechanisms.in_force | 建立安全工作机制{n:个}。
inquiries.phone.answered | 办理市长热线转办件{n:件}。
study.reports.total | 上报调研课题报告{n:篇}。
"""


class Phrase(NamedTuple):
    """One sentence for one indicator, by one writer; code is "" where the ledger is silent.

    near: what a silent one is easily taken for. fitted: never counted as unseen. turned: marked with ~: its words
    narrow the figure to a time, a part or a measure word that the ledger cannot answer: it must not be green.
    """

    writer: str
    code: str
    text: str
    near: str = ""
    fitted: bool = False
    turned: bool = False


def phrases() -> list[Phrase]:
    """Every sentence in the order above, then those that are only for fitting."""
    named = (("office", OFFICE), ("bulletin", BULLETIN), ("spoken", SPOKEN), ("places", PLACES))
    found = [
        Phrase(writer, code.lstrip("~"), text, turned=code.startswith("~"))
        for writer, block in named
        for code, text in _rows(block)
    ]
    found += [Phrase("silent", "", line) for line in SILENT.strip().splitlines()]
    found += [Phrase("near", "", text, near) for near, text in _rows(NEAR)]
    found += [
        Phrase("fitted", code.lstrip("~"), text, fitted=True, turned=code.startswith("~"))
        for code, text in _rows(phrases_fitted.RIGHT)
    ]
    found += [Phrase("near", "", text, near, fitted=True) for near, text in _rows(phrases_fitted.NEAR)]
    return found


def sealed() -> list[Phrase]:
    """Every sentence that was sealed until the tuning was done, and then opened."""
    named = ("clerk", "drafter", "report", "message", "places")
    return _written(phrases_sealed, named)


def outside() -> list[Phrase]:
    """Every sentence of the writers from outside."""
    return _written(phrases_outside, ("clerk", "talk", "news", "wechat", "reply", "party"))


def _written(module: ModuleType, writers: Sequence[str]) -> list[Phrase]:
    """The sentences of a module's writers, then those on which the ledger is silent."""
    named = ((writer, getattr(module, writer.upper())) for writer in writers)
    found = [
        Phrase(writer, code.lstrip("~"), text, turned=code.startswith("~"))
        for writer, block in named
        for code, text in _rows(block)
    ]
    found += [Phrase("silent", "", line) for line in module.SILENT.strip().splitlines()]
    return found + [Phrase("near", "", text, near) for near, text in _rows(module.NEAR)]


def _rows(block: str) -> Iterator[tuple[str, str]]:
    for line in block.strip().splitlines():
        code, _, text = line.partition("|")
        yield code.strip(), text.strip()
