"""Publicity items of a demo year: reports in local and upper media, and what the bureau's accounts have posted."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import about_evenly
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.heads.attachments import Grade
from youju.records.publicity.outlet.demo_outlets import outlet_rows, outlets, write_outlets
from youju.records.publicity.outlet.models import Outlet

# What is written about a school, and in which form.
_STORIES = (
    ("把课堂搬到田间", "feature"), ("举行校园读书节", "news"), ("的戏曲社团火了", "feature"),
    ("开展消防疏散演练", "news"), ("课后服务开出三十门课", "news"), ("教师十年家访记", "feature"),
    ("校园足球联赛落幕", "picture"), ("清明祭扫烈士墓", "news"), ("非遗剪纸进课堂", "picture"),
    ("为留守儿童过生日", "news"), ("举办科技节", "picture"), ("老校长的一本日记", "feature"),
    ("校门口的护学岗", "picture"), ("阳光体育大课间", "video"), ("开学第一课讲安全", "news"),
    ("食堂开放日请家长来尝", "news"), ("与山区学校结对", "news"), ("红领巾讲解员上岗", "video"),
)  # fmt: skip
_POSTS = (
    "招生政策问答", "校园安全提醒", "师德先锋", "名师讲堂", "红领巾风采", "心理健康小课堂", "防溺水致家长的一封信",
    "近视防控", "诵读经典", "劳动教育掠影", "中考报名须知", "资助政策解读", "教研动态", "校园新闻",
)  # fmt: skip
_LOCAL = ("xiyun-daily", "xiyun-tv", "xiyun-media", "xiyun-edu-net")
_UPPER = {
    "city": ("wangchuan-daily", "wangchuan-tv", "wangchuan-edu-net"),
    "province": ("qinglan-edu", "qinglan-net"),
    "nation": ("teachers-weekly", "schools-today"),
}
_ACCOUNTS = ("xiyun-edu", "xiyun-edu", "xiyun-edu", "xiyun-edu-video")


def begin(scene: Scene) -> None:
    write_outlets()


def planned(scene: Scene) -> Iterator[Planned]:
    rows = outlets()
    for month, count in enumerate(about_evenly(scene.numbers["articles_local"], 12, scene.chance), 1):
        for _place in range(count):
            yield _report(scene, rows[scene.chance.choice(_LOCAL)], month)
    for level, count in _by_level(scene.numbers["articles_upper"]):
        for month in scene.months(count):
            yield _report(scene, rows[scene.chance.choice(_UPPER[level])], month)
    for month, count in enumerate(about_evenly(scene.numbers["posts"], 12, scene.chance), 1):
        for _place in range(count):
            yield _post(scene, rows[scene.chance.choice(_ACCOUNTS)], month)


def _by_level(total: int) -> Iterator[tuple[str, int]]:
    nation, province = max(1, total // 10), total * 3 // 10
    yield from (("city", total - province - nation), ("province", province), ("nation", nation))


def _report(scene: Scene, outlet: Outlet, month: int) -> Planned:
    unit = scene.chance.choice(scene.schools)
    story, form = scene.chance.choice(_STORIES)
    day = scene.day(month, month)
    title = f"{scene.name(unit)}{story}"
    grade = Grade.FILE if outlet.level == "county" else Grade.THIRD_PARTY
    paper = scene.paper(f"{outlet}{day.month}月{day.day}日剪报：{title}", title, day=day, form="pdf", grade=grade)
    values = {"outlet": outlet, "form": form, "link": _link(scene, outlet, day)}
    return Planned("item", unit, title, day, values, (paper,))


def _post(scene: Scene, outlet: Outlet, month: int) -> Planned:
    day = scene.day(month, month)
    title = f"{scene.chance.choice(_POSTS)}（{day.month}月{day.day}日）"
    form = "video" if outlet.sort == "video" else "news"
    values = {"outlet": outlet, "form": form, "link": _link(scene, outlet, day)}
    return Planned("item", scene.office("publicity"), title, day, values)


def _link(scene: Scene, outlet: Outlet, day: date) -> str:
    host = next(row["host"] for row in outlet_rows() if row["code"] == outlet.code)
    return f"https://{host}/{day:%Y/%m%d}/{scene.chance.randrange(16**8):08x}"
