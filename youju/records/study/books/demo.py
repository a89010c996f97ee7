"""Books handed out in a demo year: to the staff of some schools, each once."""

from collections.abc import Iterator

from youju.lib.spread import share
from youju.records.declared.planned import Planned
from youju.records.declared.scene import Scene
from youju.records.study.books.models import Receivers

_SCHOOLS = 16
_TITLES = ("教育名著导读", "给教师的建议", "陶行知教育文选", "新时代师德读本", "课堂观察二十讲", "班主任工作漫谈")


def planned(scene: Scene) -> Iterator[Planned]:
    copies = share(scene.numbers["books_handed_out"], _SCHOOLS, scene.chance, least=12)
    for unit, count in zip(scene.some(scene.schools, _SCHOOLS), copies, strict=True):
        day, title = scene.day(3, 11), f"{scene.name(unit)}配发学习书籍"
        names = scene.chance.sample(_TITLES, 2)
        rows = [{"name": name, "copies": n} for name, n in zip(names, (count - count // 2, count // 2), strict=True)]
        paper = scene.paper(f"{title}签收表", f"{count}册。", day=day, form="pdf")
        yield Planned("books", unit, title, day, {"sort": Receivers.STAFF, "titles": rows}, (paper,))
