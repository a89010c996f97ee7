"""Publicity: articles, posts, the campaign, honours for publicity."""

from collections.abc import Iterator
from datetime import date

from youju.lib.spread import share
from youju.records.attachments import Grade
from youju.records.planned import Planned
from youju.records.scene import Scene
from youju.records.statistics.statistic.stating import shared, stated

_UPPER = (("city", "望川日报"), ("province", "青岚教育报"), ("nation", "全国教育类报刊"))


def publicity(scene: Scene) -> Iterator[Planned]:
    yield from _local(scene)
    yield from _upper(scene)
    for month, count in enumerate(share(scene.numbers["posts"], 12, scene.chance, least=5), 1):
        paper = scene.paper(f"{month}月公众号推送目录", "标题与日期。", day=date(scene.year, month, 26), form="txt")
        yield stated(scene, f"{month}月教育微信推送", "publicity.posts", count, paper, unit=scene.office("publicity"))
    yield from _campaign(scene)
    yield from _honours(scene)


def _local(scene: Scene) -> Iterator[Planned]:
    months = share(scene.numbers["articles_local"], 12, scene.chance, least=3)
    for month, count in enumerate(months, 1):
        day = date(scene.year, month, 25)
        paper = scene.paper(
            f"{month}月本地网站媒体用稿目录", "教育信息网、教育微信与本地媒体用稿。", day=day, form="pdf"
        )
        yield from shared(
            scene, count, scene.schools, 5, "在本地网站媒体发表宣传新闻", "publicity.articles", paper,
            category="local_media", level="county",
        )  # fmt: skip


def _upper(scene: Scene) -> Iterator[Planned]:
    total = scene.numbers["articles_upper"]
    nation = max(1, total // 10)
    province = total * 3 // 10
    parts = {"city": total - province - nation, "province": province, "nation": nation}
    for level, press in _UPPER:
        for quarter, count in enumerate(share(parts[level], 4, scene.chance)):
            if not count:
                continue
            day = date(scene.year, quarter * 3 + 3, 24)
            paper = scene.paper(
                f"{press}{quarter + 1}季度剪报", "报道标题、版面与日期。", day=day, form="pdf", grade=Grade.THIRD_PARTY
            )
            yield from shared(
                scene, count, scene.schools, 6, f"在{press}发表宣传报道", "publicity.articles", paper,
                category="upper_media", level=level, publisher=press,
            )  # fmt: skip


def _campaign(scene: Scene) -> Iterator[Planned]:
    paper = scene.paper("“榜样的力量”先进人物名单", "经推荐、审核和公示确定。", day=date(scene.year, 9, 9))
    yield from shared(
        scene, scene.numbers["advanced_persons"], scene.schools, 32, "教师获先进人物称号", "honours.persons", paper,
        category="advanced_person", level="county", occasion="role-models",
    )  # fmt: skip


def _honours(scene: Scene) -> Iterator[Planned]:
    day = date(scene.year, 12, 18)
    for number, category, what in (
        ("outreach_individuals", "outreach_individual", "外宣先进个人"),
        ("correspondents", "correspondent", "优秀通讯员"),
    ):
        paper = scene.decision("溪云县宣传部", f"表彰{what}的通报", day)
        yield from shared(
            scene, scene.numbers[number], scene.offices, 6, f"人员被评为{what}", "honours.persons", paper,
            category=category, level="county",
        )  # fmt: skip
    for category, level, publisher, count in (
        ("press", "province", "青岚省教育厅", 1),
        ("ideology", "county", "溪云县宣传部", 1),
        ("service", "county", "溪云县政府", scene.chance.randint(2, 4)),
        ("conduct", "city", "望川市教育局", 1),
    ):
        paper = scene.decision(publisher, "表彰先进集体的通报", day)
        pool = [scene.county] if count == 1 else scene.direct
        yield from shared(
            scene,
            count,
            pool,
            count,
            "获评先进集体",
            "honours.units",
            paper,
            category=category,
            level=level,
            publisher=publisher,
        )
