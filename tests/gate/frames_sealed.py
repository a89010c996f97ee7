"""Frames at which no rule was tuned: written after the rules, measured once, and left alone.

Their first number is the one to be told (ADR 28). Whoever mends a rule by one of these moves all of them to
``frames_fresh`` and writes others.
"""

LEAKS = {
    "identity": (
        "本人{teacher}（证号{id}）自愿放弃体检复查。",
        "{pupil}的医保参保码与{id}不一致，请班主任核对。",
        "来访登记：{teacher}／{id}／事由：转学",
    ),
    "phone": (
        "校服尺码有误请加{teacher}，{mobile}",
        "{pupil}（联系方式：父{mobile}、母{mobile}）",
        "保洁员{teacher}请假，替班{teacher} {mobile}",
    ),
    "bank": ("误餐补助发至{card}，持卡人{teacher}。", "学生资助金代发：{pupil}，{card}，成功"),
    "address": ("{pupil}一家住在{home}，房子是租的。", "应急联系地址：{home}（{teacher}）"),
    "marks": (
        "听课记录：提问了{pupil}，他上次小测{mark}分。",
        "{pupil}妈妈反映，孩子数学从{mark}掉到{mark}，很焦虑。",
        "推荐理由：{pupil}品学兼优，历次考试均列年级第{rank}名。",
        "通报：{pupil}期中考试语文{mark}分、英语{mark}分，予以表扬。",
        "班级日志：默写全对的有{pupil}，{pupil}错了几个，得{mark}。",
        "奖学金名单\n{pupil}　一等　总分{mark}\n{pupil}　二等　总分{mark}",
        "毕业去向：{pupil}，中考{mark}分，录取至县一中。",
        "谈话提纲：请{pupil}分析为何由第{rank}名滑到第{rank}名。",
        "姓名/语文/数学：{pupil}/{mark}/{mark}",
        "成绩最好的是{pupil}，{mark}分；最差的是{pupil}，{mark}分。",
        "学生成长档案：{pupil}，女，本学期数学等级B。",
        "祝贺我校{pupil}、{pupil}在期末统测中分获年级第{rank}、第{rank}名。",
        "阅卷复查申请：考生{pupil}对物理{mark}分有异议。",
        "班主任{teacher}：{pupil}这次考砸了，才{mark}分。",
    ),
    "child": (
        "{child}在日记里写道：“我想妈妈了。”",
        "点亮微心愿：{child}，一套画笔。",
        "{child}小朋友的家长来信致谢。",
    ),
    "account": ("孩子作业发到{mail}", "QQ号{qq}，加好友备注年级", "微信联系：{wechat}"),
}

CLEAN = (
    "{school}期末质量检测全科合格率{percent}%，比上年提高{small}个百分点。",
    "全市统测我县数学均分{mark}分，列第{small}。",
    "卷面分{mark}分，附加题{small}分，考试时间{number}分钟。",
    "常务副县长{teacher}视察中考考点。",
    "关工委{teacher}主任作报告，{number}名学生聆听。",
    "选调教师{teacher}，笔试{mark}分，面试{mark}分。",
    "{county}代表队夺得团体第{rank}名，{school}贡献{mark}分。",
    "温馨提示：成绩复核申请截至{month}月{dayno}日。",
    "强化训练{small}周，体测达标率{percent}%。",
    "司机考核{mark}分以上方可上岗，共{number}人合格。",
    "易错题训练册发放{number}本，语文、数学各半。",
    "向全县推广{school}经验，该校中考总分连续{small}年进位。",
    "评估得分：{school}{mark}分，{school}{mark}分。",
    "金牌讲解员大赛，{school}学生获二等奖。",
    "项目验收综合评分{mark}分，等级为优。",
    "何时公布成绩？答：{month}月{dayno}日前后。",
    "解放路小学扩建，新增学位{number}个，位列全县第{small}。",
    "班主任基本功比赛{teacher}得{mark}分。",
    "小学英语教研：{teacher}老师上示范课，听课教师评分{mark}分。",
    "教育经费占比居全市第{small}位，较上年前移{small}位。",
    "语文组{teacher}、数学组{teacher}承担命题任务。",
    "高一新生军训{small}天，内务评比前{small}名的班级受表扬。",
    "周末托管开设书法、阅读、口算等{number}门课程。",
    "安全知识测试，{number}名学生参加，平均{mark}分。",
)
