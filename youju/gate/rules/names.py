"""Names of persons that no list has, by their family name and what stands round them."""

import re

from youju.lib.surnames import COMPOUND, RARER, SINGLE

# What follows a family name and makes no name of it: 李老师, 张校长, 王某某, 高年级, 安全.
_TITLES = "老师|校长|局长|主任|书记|园长|同志|同学|院长|科长|镇长|主席|馆长|先生|女士|小姐|某|x|X|\\*|×"
# Words that begin like a name and are none: 代表队, 毕业班, 我县高考.
_NO_NAME = (
    "安(?:全|排|置|装|静|心)|白(?:天|色)|毕(?:业|竟)|查(?:看|阅|询|处)|常(?:规|态|见|务|识|委|年)|车(?:辆|间|逾)|程(?:序|度)|代(?:表|理|课|码|办)"
    "|段(?:落|位)|方(?:案|面|法|式|向|便|可)|费用|封(?:闭|面)|付(?:款|出)|符合|高(?:出|低|考|中|校|分|等|度|于|效|质|水|标|级|年|一|二|三)|顾问"
    "|关(?:于|心|注|爱|键|系|工|闭)|何[时种况]|华[南北东中]|黄(?:金|色)|纪(?:检|委|律|念|实)|江[苏西河文各市省全北南]|解(?:决|放|读|答|释|除|析)|金(?:额|牌|奖|融|秋|色)"
    "|景[区点]|康复|雷[锋达]|凌晨|龙[头舟]|陆(?:续|地)|路[线径程]|马(?:上|路|拉)|齐全|强(?:化|调|度|国|校)|任(?:务|课|教|职|意|何|期|免)"
    "|山[区村]|施[工行]|石油|史料|司[机法]|田[径野间]|童[年心谣话声]|万[元人余名册件]|危[险害机]|卫(?:生|星|视|健)|温[馨暖度]|武[术装]|夏[季令天日]|项目"
    "|向[上社各全]|谢[谢绝]|许[多可]|严[格重肃厉禁守谨]|易[错懂]|于是|余[额名]|张[贴榜]|甄[别选]|周[边末期年密六日一二三四五]|祝[贺福愿全各你您大]|范[围例文本畴式]|乔[木迁]|岳[阳父母]|桂[花林冠]|芦[苇荡]|湛[江蓝]|蔚[然蓝]|栗子|赖[以于]"
)
_NO_GIVEN = "不的了和在是为与及等有对向从被把将让给由也都还就才又已以并或而则即如于第镇乡县市省校村局"
_WORDS = "满分|语文|数学|英语|物理|化学|成绩|年级|班级|全校|全班|考试|期中|期末|总分|学校|小学|中学|上学|同比"
_GIVEN = rf"(?:(?!{_TITLES}|{_WORDS})[\u4e00-\u9fff])"
_FREE = rf"(?:(?![{_NO_GIVEN}]){_GIVEN})"
_FAMILY = rf"(?:{'|'.join(COMPOUND)}|[{SINGLE}{RARER}])"
NAME = rf"(?:(?!{_NO_NAME}){_FAMILY}{_FREE}{{1,2}})"
"""A name of two or three characters (four with a double family name)."""

_LEADS = "是为有由和与及像对跟分喜期、生学班贺获名组给让叫如长员作者文童子儿的校园队届级位家县镇乡村"
BEFORE = rf"(?:(?<![\u4e00-\u9fff])|(?<=[{_LEADS}]))"
"""Where a name may begin: after a sign, or one of the words that names stand behind."""

OTHERS = re.compile(r"^(?:老师|教师|校长|园长|局长|主任|书记|同志|科长|院长|教授|专家|医生|叔叔|阿姨|警官|班主任)")
"""What behind a name says that it is a grown-up's, who is not meant."""


def bare_name(text: str) -> bool:
    """Whether a cell holds nothing but what may be a name, blanks between two characters included."""
    return re.fullmatch(r"[\u4e00-\u9fff·]{2,8}", text.replace(" ", "")) is not None
