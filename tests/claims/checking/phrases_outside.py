"""Sentences of writers from outside, who had seen only the definition cards and the demo's figures.

An old clerk with his office's reports, a young teacher, the writer of the bureau's public account, a chat group, a reply
to inspectors, a party report. Half of them avoid the cards' own names. They were run once before anything was changed
for them (docs/adr/0006-claims.md has those figures); their errors have been read since. Each line as in phrases.py.
"""

CLERK = """
study.center_group.sessions | 一年来，局党委把理论武装摆在首位，党委一班人关起门来集体学、坐下来专题议，前后共{n:次}，做到月月不断线。
study.center_group.attendance | 中心组学习严格考勤、严格请销假，成员参学率达到{n}。
study.center_group.persons | 局党委中心组成员{n:人}，全部参加了学习。
study.center_group.persons | 党委中心组的学习，班子里{n:名}同志无一缺席全年任务。
study.branch.sessions | 机关和学校各党支部全年组织党员集中学习{n:次}。
study.branch.attendance | 各支部学习时逐一点名，应到党员中实际到会的占{n}。
study.branch.attendance | 支部学习参学率为{n}。
study.reports.each_school | 学校领导班子成员结合分管工作撰写学习报告，每校至少{n:篇}。
study.reports.total | 全县中小学、幼儿园领导干部把读书与本职结合起来，{n:篇}学习报告陆续交到局里。这些文章有实例、有思考。
contests.first_prize | 教育系统主题演讲比赛评出一等奖{n:名}。
contests.second_prize | 在本系统举办的演讲比赛中，经评委现场打分，{n:名}教职工捧得二等奖。
training.field_study.batches | 党务干部走出县门长见识，先后分{n:批}赴外地接受理论学习和现场教学。
training.field_study.days | 党务干部外出学习每批为期{n:天}。
training.field_study.people | 在外出学习方面，我们舍得下本钱，学校党务干部中有{n:人}走出去听课、看现场。回来以后，都写了体会。
training.party_course.people | 选派学校党务干部{n:名}参加党务专题培训。
training.party_course.people | 年底，我们又抽调{n:名}从事党建工作的学校干部进培训班补课充电。
training.teacher_course.people | 加强师资培训，全年培训骨干教师{n:名}。
~training.teacher_course.people | 暑期，{n:位}中小学、幼儿园教师被派去进修研修。
honours.model_party_members | 评选教育系统模范党员{n:名}。
honours.model_party_members | 岁末表彰会上，{n:名}党员戴上了“模范党员”的红花。
publications.research_series | 编辑出版本土教育家思想研究丛书{n:本}。
publications.research_series | 教研室深耕本土教育家的思想宝库，{n:本}研究丛书相继问世。
publications.collections | 组宣科把先进人物的事迹结集成册，付印文集{n:本}。
publications.textbooks | 全年开发校本教材{n:本}。
projects.thought_research.schools | 目前，{n:所}学校扎实开展教育思想研究。
projects.thought_research.schools | 把本土教育家的主张作为课题来做、来研的学校，今年有{n:家}。
projects.heritage.schools | 地方文化传承蔚然成风，{n:所}学校把戏曲、书法、老手艺请进了课堂。
projects.patriotic.schools | 实施爱国主义教育项目的学校达{n:所}。
projects.patriotic.schools | 红色基因代代相传。以家国情怀为主线、立项实施爱国主义教育的中小学和幼儿园共{n:所}。
publicity.local | 在教育信息网、本地日报等本地网站媒体发表宣传新闻{n:篇}。
publicity.upper | 在市级以上媒体发表宣传报道{n:篇}。
publicity.upper.nation | 国家级报刊、电视台宣传我县教育的稿件有{n:篇}。
publicity.upper.province | 省级报刊和电视台刊播我县教育宣传报道{n:篇}。
publicity.posts | 教育微信公众号全年推送{n:条}。
honours.advanced_persons | “榜样的力量”活动推出先进人物{n:位}。
honours.outreach_individuals | 我局{n:人}获评外宣先进个人。
honours.correspondents | 通讯员队伍得到锻炼，{n:名}同志当选优秀通讯员。
honours.units | 全系统获评先进集体{n:个}。
honours.beautiful_teachers | 我县教师{n:人}入选最美教师。
honours.good_persons | 身边的感动常在。教育系统{n:名}教职工登上身边好人榜。
honours.senior_titles | 新增正高级教师{n:人}。
honours.senior_titles | 职称评审传来喜讯，{n:位}教师评上教授级中学高级教师。
honours.special_grade | 新评省特级教师{n:名}。
honours.top_ten.city | 在全市评选中，我县{n:名}教师跻身各学段十佳教师行列。
honours.top_ten_young.county | 评选县级十佳青年教师{n:名}。
honours.subject_leaders.county | 在学科带头人评选中，县级一档有{n:名}教师过关。
honours.backbone.city | 市级中青年教学骨干{n:人}。
honours.backbone.county | 认定县级教学骨干{n:人}。
~honours.good_educators | 教师节前夕，县里隆重表彰。受表彰的优秀教育工作者共{n:名}。
~honours.class_heads | 教师节大会上，{n:位}辛勤耕耘的班主任获“优秀班主任”称号。
honours.service_models | 机关作风建设中，{n:人}被评为优质服务标兵。
teaching_contests.first_prize.province | 在省级基本功大赛和评优课中，我县教师{n:人}获一等奖。
teaching_contests.first_prize.city | 教学比武硕果累累。参加市级基本功大赛和评优课的教师中，{n:人}摘得一等奖。
exam.first_tier | 今年高考，本一达线{n:人}。
exam.undergraduate_rate | 本科达线率{n}。
exam.undergraduate_rate | 高考考生中考上本科的占到{n}，人民群众对教育更加满意。
exam.candidates | 今年全县参加高考的考生{n:人}。
exam.candidates | 六月里，{n:名}学子走进高考考场。
exam.top_ten.city | 全市文理科前十名，我县占{n:名}。
visits.households | 机关干部大走访活动走访农户{n:户}。
visits.household_visits | 大走访活动中，机关干部累计走访农户{n:户次}。
visits.enterprises | 走访企业{n:家}，帮助解决子女入学难题。
~volunteers.persons | 全系统注册并参加服务的志愿者{n:人}。
volunteers.representatives | 在志愿服务队风采展示中，{n:名}志愿者代表登台亮相。
volunteers.flagged_teams | 在集中授旗仪式上，{n:支}志愿服务队接过队旗。
volunteers.teams | 教育系统现有学校志愿服务队{n:支}。
volunteers.activities | 全年开展志愿服务活动{n:场}。
accreditation.civilised_campus.applying.city | {n:所}学校参加市级文明校园创建。
accreditation.reading_campus.applying.city | 书香浸润校园，今年向市里申报书香校园的学校有{n:所}。
accreditation.civilised_campus.province | 截至年底，挂着“省级文明校园”牌子的学校有{n:所}。
accreditation.civilised_campus.nation | 全国文明校园达到{n:所}。
accreditation.civilised_unit.city | 全系统保持市级文明单位称号的有{n:家}。
accreditation.civilised_unit.province | 到年末，被省里命名的文明单位达到{n:个}。
accreditation.arts_school.province | 美育工作成绩突出，省级艺术特色学校增至{n:所}。
accreditation.arts_school.nation | 全国艺术特色学校{n:所}。
accreditation.reading_campus.county | 全县累计建成县级书香校园{n:所}。
accreditation.civilised_unit.province | 全系统累计创成省级文明单位、省级艺术特色学校各{n:个}。
accreditation.civilised_campus.nation | 到年底，全国文明校园和全国艺术特色学校各有{n:所}。
reviews.meetings | 全年组织教育行风评议会{n:场}。
reviews.schools | 组织行风评议的直属学校有{n:所}。
reviews.guests | 行风评议会邀请社会各界人士{n:人}参加。
reviews.satisfaction | 在评议会现场测评，社会对教育的满意度为{n}。
reviews.answers | 评议会上回收满意度测评答卷{n:份}。
reviews.suggestions | 行风评议共征求到意见建议{n:条}。
surveys.ethics | 省教育现代化监测显示，学生对教师的师德满意度为{n}。
surveys.school | 第三方调查结果显示，社会对学校的满意度达{n}。
surveys.government | 在省教育现代化监测中，学校对政府管理与服务的满意度为{n}。
mechanisms.in_force | 建立健全网络舆情工作机制{n:项}。
mechanisms.in_force | 舆情应对有章可循，成文在用的制度有{n:个}。
inquiries.online.answered | 全年答复网络咨询{n:条}。
inquiries.online.received | 收到网民咨询{n:条}，均登记在册。
inquiries.online.answer_rate | 网上咨询回复率达到{n}。
inquiries.phone.answered | 热线电话时刻有人守。群众来电咨询得到答复的有{n:件}。
~inquiries.phone.received | 全年接听群众电话咨询{n:个}。
inquiries.phone.answer_rate | 电话咨询答复率为{n}。
incidents.handled | 妥善处置突发舆情{n:起}。
information.submitted | 向上级报送信息{n:条}。
meetings.online_work | 召开网评员会议{n:次}。
meetings.publicity_work | 召开宣传工作会议{n:次}。
meetings.publicity_work | 局领导高度重视宣传工作，全年{n:次}开会专门部署宣传。
"""

TALK = """
study.center_group.persons | 局党委中心组一共就{n:个}人，谁没来一眼就看得出来。
study.reports.total | 各校校长、书记们今年可没少动笔，学习心得文章加在一起有{n:篇}。
training.field_study.batches | 局里今年把党务干部送到外地学习，人多，一趟坐不下，拆成了{n:批}。
publications.collections | 先进人物的故事今年收进了{n:本}文集里。
publications.textbooks | 老师们自己编的校本教材，今年数下来有{n:本}。
projects.heritage.schools | 把老祖宗的手艺和家乡戏搬进校园来教的学校，我数了数，{n:所}。
publicity.upper.city | 市里的报纸电视，一年登了我们{n:篇}。
honours.correspondents | 我师父评上了优秀通讯员，全局就{n:个}。
honours.senior_titles | 正高级太难评了，今年全县只评上{n:个}。
honours.top_ten_young.county | 县里十佳青年教师评了{n:个}，比我大不了几岁。
honours.good_educators | 优秀教育工作者今年评了{n:个}，一个不多一个不少。
teaching_contests.first_prize.province | 省里的基本功大赛、评优课，我们县捧回{n:个}一等奖。
teaching_contests.first_prize.city | 市里比上课、比基本功，拿一等奖的老师全县有{n:个}。
~visits.households | 机关的同志一年跑下来，去过的农户有{n:家}。
volunteers.teams | 我们教育系统自己的志愿服务队现在有{n:支}了。
accreditation.civilised_campus.applying.nation | 敢去申报全国文明校园的，今年只有{n:所}。
accreditation.civilised_campus.province | 省级的文明校园，我们全县也就{n:个}。
accreditation.arts_school.nation | 艺术特色学校评到全国这一级的，我们县竟有{n:所}。
accreditation.reading_campus.county | 得了县里书香校园牌子的学校，现在数起来是{n:所}。
reviews.towns | 今年有{n:个}镇搞了行风评议。
inquiries.online.answered | 网友在网上问的，我们今年回了{n:条}。
~inquiries.phone.received | 办公室的电话一年响个不停，光是打电话来咨询的就有{n:个}。
meetings.publicity_work | 局里专门研究宣传的工作会，一年开{n:次}，差不多月月见。
honours.top_ten.city | 市里评各学段十佳教师，竞争激烈。最后我们县评上的是{n:位}。
"""

NEWS = """
contests.first_prize | 教师们讲述自己的育人故事，{n:位}选手从演讲比赛中脱颖而出，斩获一等奖。
training.field_study.people | 走出去，天地宽！我县{n:名}学校党务干部分批赴外地学习取经。
~training.teacher_course.people | 这个暑假，{n:名}老师变身“学生”，走进培训班充电。
publications.research_series | 书香里的传承：我县教育家思想研究丛书再添新作，今年出了{n:本}。
projects.heritage.schools | 剪纸、戏曲、书法走进课堂，全县{n:所}学校把地方文化传承做成了孩子们最盼望的课。
publicity.upper.nation | 我县教育故事{n:次}登上国家级媒体。
publicity.posts | 这一年，我们的公众号陪你走过四季，为你推送了{n:条}消息。
honours.advanced_persons | “榜样的力量”：{n:位}先进人物的事迹，照亮了校园。
honours.beautiful_teachers | 星垛镇初级中学{n:名}教师当选最美教师。
honours.youths | {n:名}同学获评“最美少年”，他们的笑容真好看。
honours.special_grade | 好消息！我县又有{n:位}老师评上特级教师。
honours.backbone.county | 我县青年教师快速成长，{n:人}成为县级教学骨干。
honours.class_heads | 致敬最小的“主任”！{n:名}班主任捧回“优秀班主任”证书。
exam.candidates | 今年我县{n:名}考生奔赴高考考场，祝他们旗开得胜。
visits.enterprises | 局机关干部走进{n:家}企业，现场回应职工子女上学问题。
volunteers.representatives | 文明实践舞台上，{n:名}志愿者代表亮出风采。
accreditation.reading_campus.applying.city | 让阅读成为习惯，{n:所}学校加入市级书香校园创建。
accreditation.civilised_campus.nation | 我县全国文明校园总数达到{n:所}。
accreditation.arts_school.city | 琴声悠扬，舞姿翩翩，全县已有市级艺术特色学校{n:所}。
reviews.meetings | 开门听意见，全县{n:场}行风评议会全部开完。
reviews.satisfaction | 行风评议现场测评，社会对教育满意度{n}。
surveys.school | 省教育现代化监测中，社会对我县学校的满意度{n}。
inquiries.online.answer_rate | 您问，我们答！全年网络咨询的回复率为{n}。
information.adopted | 我局报送的便民信息，有{n:条}被上级采用。
reviews.guests | 全县教育行风评议会圆满收官。{n:名}各界人士受邀到会，畅所欲言。
volunteers.flagged_teams | 志愿红闪耀冬日。集中授旗仪式在县城广场举行。全县共有{n:支}队伍参加。
"""

WECHAT = """
study.center_group.attendance | 局党委中心组今年的出勤率：{n}，必须点赞👍
contests.second_prize | 演讲比赛结果出来啦！二等奖{n:人}，名单见附件。
training.field_study.days | 党务干部外出学习的行程定了又跑完了，每一批都是{n:天}，不赶。
publicity.local | 本地媒体今年登了咱们{n:篇}稿子，大家继续加油写！
honours.outreach_individuals | 喜报！组宣科{n:人}获外宣先进个人。
honours.good_persons | 身边好人，咱系统今年上榜{n:位}！
honours.top_ten.city | 市十佳教师名单公布，我县上榜{n:人}。
honours.service_models | 优质服务标兵只评了{n:人}，含金量满满。
teaching_contests.second_prize.province | 省赛战报：基本功大赛加评优课，二等奖{n:人}！
exam.first_tier | 高考捷报：过本一线{n:人}🎉🎉
exam.top_ten.city | 全市文理科前十，我县占了{n:个}！
visits.enterprises | 大走访企业数更新：{n:家}，组织人事口完成得最多。
accreditation.civilised_campus.city | 市级文明校园现有{n:个}，请已命名的学校把牌子擦亮。
accreditation.reading_campus.county | 县级书香校园{n:所}，读书月请带头。
reviews.guests | 今年请到评议会上的社会各界人士有{n:人}，感谢各位代表委员和家长！
reviews.suggestions | 评议会上大家提的意见建议一共{n:条}，已分到各科室。
inquiries.phone.answered | 电话咨询今年答复了{n:条}，办公室的嗓子都哑了。
incidents.found | 今年监测发现的涉教舆情共{n:起}。
"""

REPLY = """
study.center_group.sessions | 关于理论学习制度落实情况：经查阅会议记录，局党委理论学习中心组本年度共集中学习{n:次}。
study.branch.attendance | 贵组询问的党员到课问题，核查结果为：支部学习的到会率{n}。
training.teacher_course.people | 教师培训台账显示，本年度外送参加培训的教师{n:人}，无违规收费。
projects.thought_research.schools | 开展教育思想研究的学校名单随附，计{n:所}。
publicity.upper | 市级以上媒体对我县教育的正面宣传报道，经逐篇核对为{n:篇}。
honours.units | 集体荣誉方面，本年度获评先进集体{n:个}，均有文件可查。
honours.outreach_individuals | 外宣先进个人、优秀通讯员各{n:名}，评选程序合规。
exam.undergraduate_rate | 经核对考试院数据，本县考生本科达线率为{n}。
visits.household_visits | 农户走访以户次计为{n:户次}，有走访记录本佐证。
accreditation.civilised_campus.applying.city | 本年度正在争创市级文明校园的学校共{n:所}。
accreditation.civilised_unit.county | 县级文明单位方面，教育系统在册{n:家}。
accreditation.arts_school.province | 经核实，省艺术特色学校为{n:所}。
reviews.schools | 局属学校中组织行风评议的有{n:个}。
reviews.answers | 评议会满意度测评，收回答卷{n:份}，全部存档。
surveys.government | 学校对政府管理与服务的满意度，省监测结果为{n}。
inquiries.phone.answer_rate | 热线咨询答复率{n}，未答复的已说明原因。
"""

PARTY = """
study.center_group.sessions | 局党委中心组全年开课{n:回}，领学、研讨、交流一样不落。
study.branch.sessions | 以支部为单位开展的学习活动共{n:次}。
study.reports.each_school | 学校领导班子成员带头写学习报告，写得最少的学校也写了{n:篇}。
training.party_course.people | 抓好党务骨干培养，学校党务干部参加专题培训{n:人}。
honours.model_party_members | 选树身边榜样，授予{n:名}同志“模范党员”称号。
projects.patriotic.schools | 全系统有{n:所}学校立项开展爱国主义教育。
publicity.upper | 讲好教育故事，登上市级以上报刊、电视的文章有{n:篇}。
honours.units | 组织建设结出硕果，先后有{n:个}集体被评为先进。
honours.youth_models | 共青团和少先队战线评出“最美少年标兵”{n:人}。
honours.ethics_models | 以德立身、以德施教，{n:名}教师被授予师德标兵。
visits.households | 党员干部下基层，全年走进{n:户}农家。
volunteers.persons | 团员青年当先锋，教育系统{n:人}投身志愿者队伍。
volunteers.flagged_teams | {n:支}志愿服务队集中授旗、整装出发。
volunteers.activities | 学雷锋志愿服务，一年办了{n:场}。
accreditation.civilised_unit.province | 精神文明创建再上台阶，省级文明单位累计{n:个}。
surveys.ethics | 师德师风建设得到学生认可，省里第三方调查中学生对教师师德的满意度为{n}。
mechanisms.in_force | 网上舆论阵地守得牢，网络舆情工作机制建起了{n:个}。
incidents.handled | 第一时间发声，处置涉教突发舆情{n:起}。
meetings.online_work | 网评员会议年内开了{n:次}，研判形势、统一口径。
training.field_study.people | 党务干部走出去学习，分批成行。一共去了{n:人}，人人写心得。
"""

SILENT = """
县委宣传部理论学习中心组来局旁听指导{n:次}。
演讲比赛共有{n:名}选手报名参赛。
因病退休教师{n:名}。
图书馆新购丛书{n:册}。
公众号粉丝达到{n:人}。
退休特级教师返聘{n:人}。
艺术类考生{n:人}参加省统考。
职教高考本科上线{n:人}。
志愿者服务总时长{n:小时}。
力争到明年底市级文明校园达到{n:个}。
创建平安校园示范校{n:所}。
召开家长会{n:场}。
对评议意见整改到位{n:条}。
家长对校车服务的满意度为{n}。
办理人大代表建议、政协委员提案{n:件}。
12345热线转办工单超期{n:件}。
配备专兼职网评员{n:名}。
高中阶段毛入学率达{n}。
入党积极分子培训{n:人}。
少先队员入队{n:人}。
志愿者人均服务{n:小时}。
我今年批改了{n:份}作业。
我教的班高考平均分{n:分}。
班主任一天要接家长电话{n:个}。
学校门口的招生咨询点排队{n:人}。
食堂的满意度只有{n}。
校园读书节期间，学生借阅图书{n:册次}。
合唱节吸引{n:名}学生参加。
三公经费同比下降{n}。
在编教职工{n:人}。
逾期未答复的电话咨询已约谈责任人{n:名}。
收到各校报名表{n:份}。
未完成安全平台学习的家长{n:人}。
演讲比赛初赛淘汰{n:人}。
"""

NEAR = """
study.center_group.sessions | 明年，局党委中心组计划集中学习{n:次}。
study.branch.sessions | 党支部书记抓党建述职评议{n:人次}。
honours.model_party_members | 发展新党员{n:名}。
study.reports.total | 下发学习资料{n:册}。
contests.second_prize | 演讲比赛聘请评委{n:名}。
training.party_course.people | 党务干部中女同志{n:名}。
training.teacher_course.people | 新招聘教师{n:名}。
projects.thought_research.schools | 课题结题{n:项}。
projects.patriotic.schools | 爱国主义教育基地挂牌{n:处}。
projects.heritage.schools | 邀请非遗传承人{n:名}到校授课。
publicity.upper | 市级以上媒体记者来我县采访{n:人次}。
publicity.upper.nation | 媒体对我县教育作负面报道{n:篇}。
publicity.upper.city | 订阅市级报刊{n:份}。
honours.advanced_persons | 推荐上报先进人物候选人{n:名}，尚待评定。
honours.special_grade | 拟于明年申报省特级教师{n:名}。
honours.subject_leaders.city | 学科带头人因调动流失{n:人}。
honours.backbone.city | 教学骨干到农村支教{n:人次}。
honours.ethics_models | 因违反师德受到处理的教师{n:名}。
exam.candidates | 高中招生计划{n:人}。
exam.first_tier | 复读生{n:人}。
visits.households | 县妇联走访农户{n:户}。
visits.household_visits | 资助家庭经济困难学生{n:人次}。
visits.enterprises | 校企合作企业{n:家}。
volunteers.persons | 团县委招募大学生志愿者{n:人}。
volunteers.teams | 学校少先队鼓号队{n:支}。
accreditation.civilised_campus.city | 创建无烟学校{n:所}。
accreditation.reading_campus.county | 全县创成绿色学校{n:所}。
accreditation.arts_school.province | 申报省级艺术特色学校{n:所}，结果未公布。
accreditation.civilised_unit.province | 被撤销文明单位称号的有{n:个}。
reviews.meetings | 县纪委查办教育行风案件{n:件}。
reviews.schools | 行风监督员聘任{n:名}。
surveys.school | 学生对食堂伙食满意度为{n}。
mechanisms.in_force | 建立校园安全工作机制{n:项}。
inquiries.online.received | 受理群众来信来访{n:件}。
incidents.found | 编发舆情专报{n:期}。
incidents.handled | 处置校园安全事故{n:起}。
information.submitted | 上级下发文件{n:件}。
meetings.publicity_work | 召开安全工作会议{n:次}。
reviews.satisfaction | 九年义务教育巩固率达到{n}。
honours.model_party_members | 党员过“政治生日”{n:人}。
study.branch.sessions | 支部换届完成{n:个}。
study.center_group.sessions | 青年理论学习小组学习{n:次}。
publicity.posts | 团员发展{n:名}。
training.party_course.people | 青年教师座谈会邀请退休老党员{n:名}。
volunteers.teams | 明年打算把志愿服务队扩充到{n:支}。
volunteers.representatives | 无偿献血{n:人}。
volunteers.activities | 参观红色教育基地{n:场}。
honours.class_heads | 我们年级组听课{n:节}。
contests.second_prize | 教研组内部比赛，有{n:个}人拿了鼓励奖。
publications.textbooks | 班里订了{n:本}课外书。
visits.households | 我一个月家访了{n:个}学生。
honours.top_ten_young.county | 跟我同年进来的青年教师辞职了{n:个}。
training.teacher_course.people | 参加骨干教师评审没通过的有{n:人}。
exam.top_ten.city | 高考报名时漏填信息的有{n:人}。
exam.top_ten.city | 全县中小学运动会打破纪录{n:项}。
exam.candidates | 新学期一年级新生{n:人}报到。
teaching_contests.first_prize.province | 科技创新大赛获省级一等奖{n:项}。
reviews.suggestions | 学生征集到摄影作品{n:幅}。
reviews.guests | 家长开放日迎来家长{n:名}。
projects.heritage.schools | 县文旅局送戏进校园{n:场}。
projects.thought_research.schools | 少年宫开设非遗社团{n:个}。
incidents.found | 经自查，存在教师有偿补课问题线索{n:条}。
visits.enterprises | 公务接待{n:批次}。
honours.ethics_models | 收到对教师师德失范的举报{n:件}。
reviews.suggestions | 督导反馈问题{n:条}，正在整改。
accreditation.civilised_unit.city | 近三年文明单位复查不合格{n:家}。
meetings.publicity_work | 县纪委召开宣传教育会议{n:次}。
mechanisms.in_force | 信访积案化解{n:件}。
surveys.school | 学生体质健康合格率{n}。
incidents.handled | 校园网络安全漏洞整改{n:处}。
inquiries.online.answered | 食品安全投诉处理{n:件}。
meetings.online_work | 教育局网站改版{n:次}。
reviews.schools | 群里还有{n:个}学校没交总结。
reviews.answers | 明天的评议会需要搬椅子{n:把}。
reviews.satisfaction | 防溺水安全教育平台完成率{n}。
accreditation.reading_campus.applying.city | 书香校园创建材料退回修改{n:份}。
publicity.local | 下个月打算推送公众号{n:条}。
training.field_study.batches | 培训班住宿安排{n:人}一间。
"""
