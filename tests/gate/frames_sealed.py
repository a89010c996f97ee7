"""Frames at which no rule was tuned: written after the rules, measured once, and left alone.

Their first number is the one to be told (ADR 28). Whoever mends a rule by one of these moves all of them to
``frames_fresh`` and writes others.
"""

LEAKS = {
    "identity": (
        "甲方：{teacher}（公民身份号码 {id}），乙方：{school}。",
        "疫苗接种人 {pupil}，证件 {id}，第{small}剂。",
        "乘机人{teacher} {id} 已出票",
    ),
    "phone": (
        "接送卡丢失请联系{pupil}爸爸：{mobile}",
        "社区网格员{teacher}：{mobile}（微信同号）",
        "投稿作者{teacher}，通联{mobile}。",
    ),
    "bank": ("稿酬汇款信息：{teacher}，农行{card}。", "退还押金至{card}，户主{teacher}"),
    "address": ("家访第{small}站来到{home}，{pupil}的奶奶热情招呼。", "录取通知书邮寄地址：{home}，收件人{pupil}"),
    "marks": (
        "学情通报：{pupil}本次月考{mark}，较上次退步{small}名。",
        "王婆卖瓜地说一句，我家{pupil}期末语文{mark}分。",
        "值得一提的是，{pupil}以总分{mark}的成绩夺得年级第{rank}。",
        "表彰决定：授予{pupil}（总分{mark}）、{pupil}（总分{mark}）“学习标兵”称号。",
        "小升初摸底：{pupil}语文{mark}，数学{mark}，建议加强练习。",
        "班会记录：{pupil}说自己只考了{mark}分，很难过。",
        "培优名单及成绩：{pupil}{mark}、{pupil}{mark}、{pupil}{mark}",
        "{school}{pupil}同学中考{mark}分，居全校第{rank}。",
        "姓名\t期初\t期末\t升降\n{pupil}\t{mark}\t{mark}\t+{small}\n{pupil}\t{mark}\t{mark}\t-{small}",
        "座位号\t考生姓名\t卷面分\n{small}\t{pupil}\t{mark}\n{small}\t{pupil}\t{mark}",
        "{pupil}的物理测试得分仅为{mark}，老师给他开了小灶。",
        "科学素养检测中，{pupil}获得{mark}分的好成绩。",
        "英语听说考试成绩单——{pupil}——{mark}",
        "联考放榜，{pupil}全县第{rank}，{pupil}全县第{rank}。",
    ),
    "child": ("小演员{child}谢幕时笑了。", "为{child}圆梦微心愿。", "{child}把零花钱捐了出来。"),
    "account": ("备课交流加QQ{qq}", "家长微信是{wechat}", "简历投至{teacher}的邮箱{mail}"),
}

CLEAN = (
    "全省高中学业水平考试划定合格线为{mark}分。",
    "{year}年中考语文试卷分值{mark}分，考试时间{number}分钟。",
    "教研员{teacher}解读新课标，{number}名教师参训。",
    "全县小学生体质健康合格率{percent}%，排名全市第{small}。",
    "{school}获评优秀等次，考核得分{mark}。",
    "高新区学校捐赠图书{number}册。",
    "我县选手在全省技能大赛中获第{small}名。",
    "任务清单第{small}项：月考后{small}日内完成质量分析。",
    "期末考试安排：语文{month}月{dayno}日上午，数学{month}月{dayno}日下午。",
    "方志馆研学活动共{number}名学生参加，满意度{mark}分。",
    "关于公布优质课评选结果的通知：{teacher}等{small}人获一等奖。",
    "许多家长关心分班问题，学校承诺不以成绩分班。",
    "江南片区教研：数学组{small}节课，平均得分{mark}分。",
    "严格落实双减，小学一二年级不进行纸笔考试。",
    "万名学子同上一堂思政课，点赞{number}次。",
    "马拉松志愿服务：{school}师生{number}人参加，名列全市第{small}位。",
    "齐心协力，我校语文平均分提高{small}分，居片区第{small}。",
    "校长{teacher}表示，学校将公开招生计划{number}人。",
    "田径场维修预算{money}元，中标单位得分{mark}分。",
    "毕业班教师{teacher}所带班级数学优秀率{percent}%。",
    "常态化开展视力监测，近视率下降{small}.{small}个百分点，降幅全县第{small}。",
    "石桥镇成人学校扫盲测试合格{number}人。",
    "综合督导得分前{small}名的学校为：{school}、{school}。",
    "白马镇教育支出占比{percent}%，位次前移{small}位。",
)
