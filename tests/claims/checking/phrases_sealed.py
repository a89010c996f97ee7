"""Sentences written after all tuning, every one before the first run: what checking made of writers it had never met.

Four writers who know the work and the definition cards: the clerk of a township school in plain talk, the drafter of a
bureau's office in four-character prose, the compiler of the government's report, a teacher who answers by telephone
message. Each line as in phrases.py. Nothing here was reworded after a run; sentences found not to be honest: none. Its
errors have been read since the first run (docs/adr/0006-claims.md has its figures), so that it is no longer unseen.
Two sentences on what each leader wrote stood under NEAR as long as the ledger told it of schools and not of persons.
"""

CLERK = """
study.center_group.sessions | 局里党委中心组今年一块儿坐下来学了{n:次}。
study.center_group.attendance | 中心组学习的时候人基本都到齐，到会的占{n}。
study.center_group.persons | 中心组学习，一年里来过的人，不重复算是{n:人}。
study.branch.sessions | 各个党支部，局里的学校的都算上，一年凑一起学习了{n:次}。
study.branch.attendance | 支部搞学习，该到的人到了{n}。
study.reports.total | 各校领导交上来的学习报告，摞起来一共{n:篇}。
study.reports.each_leader | 各校领导，每人至少写了{n:篇}学习报告。
contests.first_prize | 系统里搞的演讲、征文比赛，拿一等奖的有{n:名}。
contests.second_prize | 演讲、征文比赛里得二等奖的老师是{n:名}。
training.field_study.batches | 党务干部出门学习，今年走了{n:批}。
training.field_study.days | 党务干部每次出门学习，一去就是{n:天}。
training.field_study.people | 出门参加现场教学的党务干部，前后有{n:名}。
training.party_course.people | 学校管党务的同志去上党务培训班的，有{n:名}。
training.teacher_course.people | 今年参加培训的中小学和幼儿园老师一共{n:名}。
honours.model_party_members | 教育上今年评出来的模范党员有{n:名}。
publications.research_series | 讲咱本地教育家思想的那套丛书，出了{n:本}。
publications.collections | 记先进人物事迹的文集，今年出了{n:本}。
~publications.textbooks | 各校自己编的校本教材，数下来有{n:本}。
projects.thought_research.schools | 学校里真在做教育家思想研究的，有{n:所}。
projects.heritage.schools | 做地方文化传承这个项目的学校，一共{n:所}。
projects.patriotic.schools | 做爱国主义教育项目的学校，全县数得出{n:所}。
publicity.local | 局里网站、微信，还有咱县日报，登出来的新闻一年有{n:篇}。
publicity.upper | 登到市里、省里、全国报纸电视上的稿子，总共{n:篇}。
publicity.upper.city | 市级报纸和电视上登的稿子有{n:篇}。
publicity.upper.province | 省级报刊、电视登咱们教育的稿子{n:篇}。
publicity.upper.nation | 上了国家级报刊、电视的稿子有{n:篇}。
publicity.posts | 局里和各校的公众号，一年下来推送了{n:条}。
honours.advanced_persons | 今年评成先进人物的老师有{n:位}。
honours.outreach_individuals | 评外宣先进个人，咱们这边评上{n:名}。
honours.correspondents | 今年优秀通讯员评上了{n:名}。
honours.units | 科室和学校里头，评上先进集体的有{n:个}。
honours.beautiful_teachers | 咱县老师里评上最美教师的有{n:人}。
honours.good_persons | 老师里头评上身边好人的有{n:人}。
honours.youth_models | 孩子里评上最美少年标兵的有{n:名}。
honours.youths | 被评成最美少年的学生一共{n:名}。
honours.senior_titles | 今年评上教授级中学高级的老师有{n:人}。
honours.special_grade | 评上省特级教师的，今年有{n:人}。
honours.top_ten.city | 市里评各学段十佳教师，咱县上了{n:人}。
honours.top_ten_young.county | 县里评十佳青年教师，今年评了{n:人}。
honours.subject_leaders.city | 市学科带头人，咱们今年评上{n:人}。
honours.subject_leaders.county | 县里的学科带头人评了{n:人}。
honours.backbone.city | 市里的中青年教学骨干，咱县老师有{n:人}评上。
honours.backbone.county | 县级教学骨干今年评出来{n:人}。
honours.ethics_models | 师德标兵，今年评上的有{n:人}。
honours.good_educators | 评上优秀教育工作者的有{n:人}。
honours.class_heads | 今年评上优秀班主任的有{n:人}。
honours.service_models | 机关里头评上优质服务标兵的是{n:人}。
teaching_contests.first_prize.province | 省级基本功大赛和评优课，咱县老师抱回一等奖的有{n:人}。
teaching_contests.second_prize.province | 省级基本功大赛、评优课拿二等奖的老师{n:人}。
teaching_contests.first_prize.city | 市级基本功大赛和评优课里头，老师得一等奖的有{n:人}。
exam.first_tier | 高考过本一线的娃，今年有{n:人}。
exam.undergraduate_rate | 参加高考的学生里头，够上本科线的占{n}。
exam.candidates | 今年咱县进考场参加高考的一共{n:人}。
exam.top_ten.city | 全市文理科前十名里头，有咱县学生{n:名}。
visits.households | 机关干部下乡，跑了农户{n:户}。
visits.household_visits | 上农户家的门，来回加一起是{n:户次}。
visits.enterprises | 机关干部还跑了企业{n:家}。
volunteers.persons | 当志愿者的干部、老师和学生，一共{n:人}。
volunteers.representatives | 志愿服务队展示那天，来的志愿者代表有{n:名}。
volunteers.flagged_teams | 授旗那天领到旗子的志愿服务队有{n:支}。
volunteers.teams | 学校拉起来的志愿服务队，现在有{n:支}。
volunteers.activities | 一年里志愿服务活动搞了{n:场}。
accreditation.civilised_campus.applying.city | 正在争创市级文明校园的学校有{n:所}。
accreditation.civilised_campus.applying.nation | 报名争创全国文明校园的学校有{n:所}。
accreditation.reading_campus.applying.city | 市级书香校园，今年有{n:所}学校在创。
accreditation.civilised_campus.city | 眼下挂着市级文明校园牌子的，有{n:个}。
accreditation.civilised_campus.province | 省级文明校园的牌子，咱县现在有{n:个}。
accreditation.civilised_campus.nation | 全国文明校园，咱们县数到年底有{n:个}。
accreditation.civilised_unit.county | 县级文明单位，教育系统里现在有{n:个}。
accreditation.civilised_unit.city | 教育上还保着市级文明单位称号的，有{n:个}。
accreditation.civilised_unit.province | 省级文明单位，教育这块儿有{n:个}。
accreditation.arts_school.city | 市级艺术特色学校，咱县一共有{n:所}。
accreditation.arts_school.province | 省级艺术特色学校的牌子，咱县有{n:所}学校挂着。
accreditation.arts_school.nation | 够上全国艺术特色学校的，到年底有{n:所}。
accreditation.reading_campus.county | 县级书香校园，到年底一共{n:所}。
reviews.meetings | 行风评议会，镇上和学校加起来开了{n:场}。
reviews.towns | 开过行风评议会的镇有{n:个}。
reviews.schools | 直属学校里开了行风评议会的，有{n:个}。
reviews.guests | 来评议会的代表、委员、家长，前后到了{n:人}。
reviews.satisfaction | 评议会上发的测评卷子，填满意的占{n}。
reviews.answers | 评议会上收回来的满意度测评答卷有{n:份}。
reviews.suggestions | 评议会上大伙提的意见建议，记下来{n:条}。
surveys.ethics | 省里请第三方问学生，对老师师德满意的有{n}。
surveys.school | 省里第三方调查，社会上对学校满意的占{n}。
surveys.government | 省里第三方调查，学校对政府管理和服务满意的是{n}。
mechanisms.in_force | 应对网络舆情，局里立下来的工作机制现在有{n:个}。
inquiries.online.answered | 老百姓在网上咨询的事，我们答了{n:条}。
inquiries.online.received | 网上来咨询的，一年收到{n:条}。
inquiries.online.answer_rate | 网上来的咨询，给了答复的占{n}。
inquiries.phone.answered | 打电话来咨询的，给了答复的有{n:条}。
inquiries.phone.received | 打电话来咨询的，全年接到{n:条}。
inquiries.phone.answer_rate | 打电话来咨询的，给了回复的占{n}。
incidents.handled | 出了突发舆情，处置妥当的有{n:起}。
incidents.found | 网上盯着看，发现跟教育有关的舆情{n:起}。
information.adopted | 报上去的便民信息，上面用了{n:条}。
information.submitted | 全年往上面报的信息有{n:条}。
meetings.online_work | 网评员开会，今年开了{n:次}。
meetings.publicity_work | 宣传工作的会，局里开了{n:次}。
"""

DRAFTER = """
study.center_group.sessions | 以上率下、示范领学，党委中心组集中研学{n:次}。
study.center_group.attendance | 严明纪律、从严考勤，中心组参学率稳居{n}。
study.branch.sessions | 支部为基、全员覆盖，各党支部集体学习{n:次}。
study.branch.attendance | 应到尽到、蔚然成风，支部学习出勤率达{n}。
study.reports.total | 笔耕不辍、以学促干，学校班子成员撰写学习报告{n:篇}。
study.reports.each_leader | 知行合一、学用结合，校级领导撰写学习报告每人不少于{n:篇}。
contests.first_prize | 以赛促学、崭露头角，演讲征文比赛决出一等奖{n:名}。
contests.second_prize | 各展风采、佳作迭出，演讲征文比赛二等奖得主{n:名}。
training.field_study.batches | 走出校门、开阔视野，党务干部外出学习成行{n:批}。
training.field_study.people | 择优选派、赴外取经，党务干部外出学习{n:名}。
training.party_course.people | 固本强基、锤炼党性，轮训学校党务干部{n:名}。
training.teacher_course.people | 淬炼师能、厚积薄发，培训中小学幼儿园教师{n:名}。
honours.model_party_members | 旌表先进、激励后学，选树模范党员{n:名}。
publications.research_series | 深挖富矿、薪火相传，本土教育家思想研究丛书付梓{n:本}。
publications.collections | 凡人善举、汇编成册，结集出版先进事迹文集{n:本}。
publications.textbooks | 因校制宜、各美其美，编成校本教材{n:本}。
projects.thought_research.schools | 溯源寻根、深耕细作，{n:所}学校潜心教育思想研究。
projects.heritage.schools | 赓续文脉、以文化人，{n:所}学校落地地方文化传承项目。
projects.patriotic.schools | 铸魂育人、厚植情怀，{n:所}学校推行爱国主义教育项目。
publicity.local | 深耕本土、凝心聚力，本地网站和媒体刊发新闻{n:篇}。
publicity.upper | 借船出海、唱响声音，市级以上媒体刊播报道{n:篇}。
publicity.upper.province | 频频亮相、屡获好评，省级媒体刊发报道{n:篇}。
publicity.upper.nation | 登高而招、声名远播，国家级媒体刊播报道{n:篇}。
publicity.posts | 指尖传播、润物无声，微信公众号推文{n:条}。
honours.advanced_persons | 群星璀璨、见贤思齐，推出先进人物{n:位}。
honours.top_ten.city | 名师荟萃、群芳竞艳，荣膺市级十佳教师{n:人}。
honours.subject_leaders.city | 名师领航、梯队渐成，获评市级学科带头人{n:人}。
honours.backbone.county | 压茬培养、蓄势聚能，县级教学骨干评选产生{n:人}。
honours.class_heads | 爱岗敬业、春风化雨，优秀班主任获评{n:人}。
honours.ethics_models | 学高为师、身正为范，师德标兵脱颖而出{n:人}。
honours.youths | 向上向善、德润童心，选树最美少年{n:名}。
teaching_contests.first_prize.province | 同台竞技、拔得头筹，省级基本功大赛和评优课斩获一等奖{n:人}。
teaching_contests.first_prize.city | 锤炼内功、以赛促教，市级基本功大赛和评优课摘得一等奖{n:人}。
exam.first_tier | 厚积薄发、捷报频传，高考本一上线{n:人}。
exam.undergraduate_rate | 量质齐升、再创佳绩，高考本科达线率{n}。
visits.households | 进村入户、问需于民，走访农户{n:户}。
visits.enterprises | 纾困解难、送策上门，走访企业{n:家}。
volunteers.persons | 红色马甲、遍布城乡，志愿者队伍达{n:人}。
volunteers.teams | 志愿之花、处处绽放，学校志愿服务队现有{n:支}。
volunteers.flagged_teams | 旗帜飘扬、整装出发，授旗志愿服务队{n:支}。
volunteers.activities | 志愿同行、温暖一城，开展志愿服务{n:场}。
accreditation.civilised_campus.province | 文明浸润、内外兼修，省级文明校园增至{n:个}。
accreditation.civilised_unit.city | 久久为功、常创常新，市级文明单位总数达{n:个}。
accreditation.arts_school.city | 以美育人、以艺润心，建成市级艺术特色学校{n:所}。
accreditation.reading_campus.county | 书香满园、翰墨飘香，县级书香校园达到{n:所}。
reviews.meetings | 开门纳谏、闻过则喜，教育行风评议会召开{n:场}。
reviews.guests | 广开言路、问计于民，邀请各界人士参与行风评议{n:人}。
reviews.satisfaction | 民有所呼、我有所应，行风评议测评满意度达{n}。
reviews.suggestions | 集思广益、照单全收，征得行风评议意见{n:条}。
surveys.ethics | 立德修身、有口皆碑，全省第三方调查学生对教师师德满意度{n}。
mechanisms.in_force | 建章立制、有备无患，网络舆情工作机制健全到{n:个}。
inquiries.online.answered | 网来我往、事事回音，回复网络咨询{n:条}。
inquiries.phone.answer_rate | 有问必答、热线不冷，电话咨询回复率{n}。
incidents.found | 见微知著、全时监测，发现涉教舆情{n:起}。
incidents.handled | 快速反应、稳妥应对，处置突发舆情{n:起}。
information.adopted | 精耕细作、质量为先，便民信息获上级采用{n:条}。
meetings.publicity_work | 谋篇布局、压实责任，召开宣传工作会议{n:次}。
"""

REPORT = """
study.center_group.sessions | 思想建设方面，局党委理论学习中心组开展集中学习{n:次}。
study.branch.sessions | 党建工作：基层党支部组织集中学习{n:次}。
study.branch.attendance | 党支部集中学习参学率完成{n}。
training.field_study.batches | 干部队伍建设：党务干部赴外现场教学{n:批}。
training.teacher_course.people | 教师队伍建设：全年完成教师培训{n:名}。
training.party_course.people | 全年完成学校党务干部培训{n:名}。
~publications.textbooks | 内涵发展：各学校编印校本教材{n:本}。
projects.heritage.schools | 传承地方文化的项目学校达到{n:所}。
projects.patriotic.schools | 爱国主义教育项目覆盖学校{n:所}。
publicity.local | 宣传工作：县级网站、媒体刊发教育新闻{n:篇}。
publicity.upper | 对外宣传：在市级及以上媒体发稿{n:篇}。
publicity.upper.city | 其中，市级媒体发稿{n:篇}。
publicity.posts | 政务新媒体：全县教育系统微信公众号累计推送{n:条}。
honours.beautiful_teachers | 全年获评最美教师{n:人}。
honours.good_persons | 教师入选身边好人{n:人}。
honours.senior_titles | 高层次人才：晋升教授级中学高级教师{n:人}。
honours.special_grade | 高层次人才：获评省特级教师{n:人}。
honours.subject_leaders.county | 认定县级学科带头人{n:人}。
honours.backbone.city | 认定市级中青年教学骨干{n:人}。
honours.top_ten_young.county | 评选表彰县级十佳青年教师{n:人}。
honours.good_educators | 评选表彰优秀教育工作者{n:人}。
teaching_contests.first_prize.province | 教师在省级基本功大赛、评优课中获一等奖{n:人}。
teaching_contests.second_prize.province | 教师在省级基本功大赛、评优课中获二等奖{n:人}。
exam.candidates | 教育教学：全县普通高考考生{n:人}。
exam.first_tier | 教育教学：高考本科一批达线{n:人}。
exam.undergraduate_rate | 教育教学：高考本科达线考生占考生总数的{n}。
exam.top_ten.city | 高考文理科进入全市前十名的考生{n:名}。
visits.households | 作风建设：机关干部走访联系农户{n:户}。
visits.household_visits | 作风建设：机关干部走访农户累计{n:户次}。
visits.enterprises | 作风建设：机关干部走访服务企业{n:家}。
volunteers.persons | 精神文明建设：教育系统志愿者总数{n:人}。
volunteers.activities | 精神文明建设：全年举办志愿服务活动{n:场}。
accreditation.civilised_campus.applying.city | 创建工作：申报市级文明校园的学校{n:所}。
accreditation.civilised_campus.city | 创建工作：市级文明校园累计{n:个}。
accreditation.civilised_unit.county | 创建工作：教育系统县级文明单位累计{n:个}。
accreditation.civilised_unit.province | 创建工作：教育系统省级文明单位保有量{n:个}。
accreditation.arts_school.province | 美育工作：省级艺术特色学校累计{n:所}。
accreditation.arts_school.nation | 美育工作：全国艺术特色学校累计{n:所}。
reviews.meetings | 行风建设：全年组织教育行风评议会{n:场}。
reviews.towns | 行风建设：开展行风评议的镇、街道{n:个}。
reviews.schools | 行风建设：开展行风评议的直属学校{n:个}。
reviews.answers | 行风建设：回收满意度测评答卷{n:份}。
reviews.satisfaction | 行风建设：社会对教育的满意度{n}。
surveys.school | 省第三方调查：社会对学校满意度{n}。
surveys.government | 省第三方调查：学校对政府管理与服务满意度{n}。
inquiries.online.received | 政务服务：全年受理网络咨询{n:条}。
inquiries.online.answer_rate | 政务服务：网络咨询答复率{n}。
inquiries.phone.answered | 政务服务：全年答复群众电话咨询{n:条}。
incidents.handled | 舆情工作：全年妥善处置涉教突发舆情{n:起}。
information.submitted | 政务信息：全年向上级报送{n:条}。
information.adopted | 政务信息：被上级录用{n:条}。
"""

MESSAGE = """
study.center_group.sessions | 主任好，查了会议簿，中心组集中学习共{n:次}。
study.branch.attendance | 支部学习的签到表统计好了，到会率{n}。
study.reports.total | 学校班子的学习报告收齐了，合计{n:篇}，您看下。
contests.first_prize | 演讲和征文比赛结果出来啦，一等奖{n:名}。
training.field_study.days | 外出学习行程发您了，党务干部每批都是{n:天}。
training.teacher_course.people | 回复：参加培训的老师{n:名}，名单在群里。
honours.model_party_members | 收到，模范党员今年{n:名}，证书已发。
publications.research_series | 教育家思想研究丛书，今年出版{n:本}。
publicity.posts | 公众号推送数：{n:条}。
publicity.upper.province | 省级媒体发稿{n:篇}，链接都存了。
honours.advanced_persons | 先进人物{n:位}老师，照片稍后传。
honours.correspondents | 优秀通讯员获评{n:名}，报给您。
honours.youth_models | 最美少年标兵的名单核过了，{n:名}同学。
honours.youths | 最美少年{n:名}，奖状已领。
honours.ethics_models | 师德标兵{n:人}，没有重复的。
honours.class_heads | 更正一下，优秀班主任是{n:人}。
honours.top_ten.city | 市级十佳教师我县{n:人}，各学段都有。
honours.backbone.county | 县级教学骨干{n:人}，按文件数的。
exam.candidates | 高考考生全县{n:人}，招办给的数。
exam.first_tier | 喜报！本一达线{n:人}。
visits.enterprises | 企业一共走访{n:家}，照片齐了。
volunteers.persons | 志愿者人数报一下：{n:人}。
volunteers.activities | 今年志愿活动一共做了{n:场}，台账附后。
volunteers.teams | 学校志愿服务队目前{n:支}，没变动。
accreditation.reading_campus.county | 县级书香校园总数{n:所}，牌子都在。
accreditation.civilised_campus.nation | 全国文明校园目前共{n:个}。
reviews.guests | 行风评议请来的各界人士合计{n:人}。
reviews.suggestions | 行风评议收集到的建议整理出{n:条}。
reviews.answers | 行风评议测评卷收到{n:份}。
surveys.ethics | 省里的师德满意度结果：{n}。
inquiries.online.answered | 网上咨询我们已回复{n:条}。
inquiries.phone.received | 值班电话登记的咨询全年{n:条}。
incidents.found | 舆情监测到{n:起}，都登记了。
information.submitted | 今年信息报送{n:条}，请查收。
meetings.online_work | 网评员会议开过{n:次}，纪要在我这。
meetings.publicity_work | 宣传会议{n:次}，签到表我补传。
"""

PLACES = """
rankings.top_teachers.city | 说起拔尖教师的数量，咱县排在全市第{p}。
rankings.exam_band.province | 捷报频传、再攀新高，我县高考跻身全省第{p}方阵。
rankings.arts_show.city | 文化事业：学生艺术展演整体成绩居全市第{p}位。
rankings.arts_brand.city | 艺术品牌学校的创建，我们在市里排第{p}。
"""

SILENT = """
今年新盖和翻修的幼儿园有{n:所}。
给刚上班的年轻老师腾出周转房，住进去{n:人}。
保障到位、后顾无忧，公开招聘在编教师{n:名}。
均衡配置、流动有序，校长教师交流轮岗{n:名}。
学生资助：发放助学金惠及困难学生{n:人}。
心理筛查结果：重点关注学生{n:名}。
食品安全排查，查出毛病{n:条}，都记在本子上。
暑假里学校、村里一起到河边巡查了{n:次}。
双减工作：课后服务学生参与率{n}。
家校携手、同向同行，家庭教育讲座走进社区{n:场}。
体育工作：学生体质健康优良率{n}。
体检的结果，学生近视的占{n}。
行政许可：认定教师资格{n:人}。
布局调整：撤并小规模教学点{n:个}。
吃上营养餐的村小有{n:所}。
信息化建设：新增智慧教室{n:个}。
规范治理、重拳出击，关停无证培训机构{n:家}。
纪律监督：查处有偿补课教师{n:名}。
财政投入：教育重点项目开工{n:个}。
全县在编教职工{n:人}。
义务教育：小学在校生{n:人}。
特殊教育：送教上门残疾儿童{n:名}。
躬耕沃土、以劳育美，劳动实践基地挂牌{n:个}。
校园足球：全国足球特色学校{n:所}。
过节去看了退休的老教师{n:人}。
教科研：县级课题结题{n:个}。
教科研：教师论文在核心期刊发表{n:篇}。
学前教育：普惠园在园幼儿占比{n}。
控辍保学：劝返学生{n:名}。
应急演练到位率{n}，主任请放心。
消防检查开出整改通知{n:份}。
借阅量上来了，学校图书室新买书的有{n:所}。
"""

NEAR = """
study.center_group.sessions | 局党委会今年开了{n:次}，主要研究人事。
study.center_group.attendance | 中心组成员的个人事项报告按时提交率{n}。
study.branch.sessions | 各党支部换届选举大会开了{n:次}。
study.branch.attendance | 支部党员按月缴党费的占{n}。
study.reports.total | 打回去重写的学习报告有{n:篇}。
contests.first_prize | 演讲比赛请来打分的评委{n:名}。
contests.second_prize | 征文比赛因抄袭被取消二等奖资格的{n:名}。
training.field_study.days | 党务干部外出学习的报销比规定晚了{n:天}。
training.teacher_course.people | 教师培训请来授课的专家{n:名}。
training.party_course.people | 党务培训无故缺课的干部{n:名}。
honours.model_party_members | 吸收预备党员{n:名}。
honours.model_party_members | 七一前夕慰问困难党员{n:名}。
publications.textbooks | 校本教材送审没过关的{n:本}。
publications.collections | 先进事迹文集卖出去{n:本}。
projects.patriotic.schools | 爱国主义教育项目经费被审计点名的学校{n:所}。
projects.heritage.schools | 地方文化传承项目中途停掉的学校有{n:所}。
publicity.local | 本地网站转载外省教育新闻{n:篇}。
publicity.upper | 投给市级以上媒体没登出来的稿子{n:篇}。
publicity.posts | 公众号推送写错字被读者指出的{n:条}。
honours.beautiful_teachers | 最美教师候选人公示{n:人}。
honours.class_heads | 现任班主任{n:人}。
honours.class_heads | 优秀班主任去外地疗养{n:人}。
honours.special_grade | 省特级教师到龄退休{n:人}。
honours.backbone.county | 县级教学骨干考核不过被摘帽的{n:人}。
honours.subject_leaders.city | 市学科带头人调离本县{n:人}。
honours.youths | 最美少年初评淘汰{n:名}。
honours.advanced_persons | 听先进人物报告的家长来了{n:位}。
honours.senior_titles | 申报教授级中学高级教师没通过的{n:人}。
teaching_contests.first_prize.province | 省级基本功大赛担任裁判的教师{n:人}。
teaching_contests.first_prize.city | 市级评优课上台展示却未获奖的教师{n:人}。
exam.candidates | 高考那两天抽调监考教师{n:人}。
exam.first_tier | 本一达线考生里申请助学贷款的{n:人}。
exam.undergraduate_rate | 中考普高录取率{n}。
exam.undergraduate_rate | 高考考生体检合格率{n}。
visits.households | 走访中替农户代缴医保{n:户}。
visits.enterprises | 走访企业后签下学生实习协议的{n:家}。
volunteers.persons | 志愿者参加急救考证通过{n:人}。
volunteers.persons | 因搬家退出的志愿者{n:人}。
volunteers.activities | 下雨取消的志愿服务活动{n:场}。
volunteers.teams | 常年不活动被注销的志愿服务队{n:支}。
accreditation.civilised_campus.city | 市级文明校园复查被亮黄牌的{n:个}。
accreditation.civilised_unit.county | 县级文明单位到期摘牌{n:个}。
accreditation.arts_school.province | 省级艺术特色学校落选{n:所}。
accreditation.reading_campus.county | 县级书香校园里缺专职管理员的{n:所}。
reviews.meetings | 行风评议会改期{n:场}。
reviews.guests | 发了请柬没来评议的代表{n:人}。
reviews.answers | 测评答卷作废{n:份}。
reviews.suggestions | 评议意见至今没整改的{n:条}。
reviews.satisfaction | 家长对学校食堂的满意度{n}。
surveys.ethics | 教师师德承诺书签订率{n}。
surveys.school | 秋季家长会到会率{n}。
mechanisms.in_force | 今年废止的舆情工作制度{n:个}。
inquiries.online.answered | 网络咨询转给别的部门办的{n:条}。
inquiries.online.answer_rate | 网络咨询里重复提问的占{n}。
inquiries.phone.answered | 咨询电话里骚扰来电{n:条}。
inquiries.phone.received | 咨询电话占线没打通的{n:条}。
incidents.handled | 突发舆情里最后查明是谣言的{n:起}。
incidents.found | 校园欺凌事件{n:起}。
information.adopted | 录用的信息得到县领导批示{n:条}。
information.submitted | 报送前被办公室退稿的信息{n:条}。
meetings.publicity_work | 安全工作会议开了{n:次}。
meetings.online_work | 网评员会议迟到的累计{n:人}。
"""
