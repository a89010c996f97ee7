"""Family names: by which a name that no list has is still taken for one."""

SINGLE = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹潘葛彭鲁马任袁柳史唐薛雷贺倪汤罗毕郝安常于傅齐康余顾孟"
    "黄穆萧尹姚邵汪毛戴宋庞熊纪项祝董梁杜阮蓝贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍万柯卢莫解丁邓洪左石崔龚程陆翁段侯武刘景詹"
    "龙叶黎白"
)
"""Those that few sentences have at the beginning of another word."""

RARER = "方于温曾苏冉谭廖涂尤池车郁裴聂肖欧储诸殷卞费岑滕季闵席麻强路危封甘戎祖符束栾仇暴甄曲巫乌焦牧山谷麦司丛鞠阚查荀关覃向古易戈辛匡艾代付闫"

COMPOUND = ("欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "夏侯", "端木", "长孙")
