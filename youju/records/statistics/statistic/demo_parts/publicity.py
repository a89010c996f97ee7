"""Publicity: articles, posts."""

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
