"""Official letters of a demo year: a reply in spring, a correction in autumn, one draft at the end."""

from collections.abc import Iterator
from datetime import date, timedelta

from youju.records.declared.planned import PlannedCase, PlannedMove
from youju.records.declared.scene import Scene

_DAY = timedelta(days=1)
_LETTERS = (
    (4, 10, "response", "关于课后服务收费问题的复函", "望川晚报",
     "来函反映的课后服务收费问题，经核实，各校均按公示标准执行。\n中途退出的，按未参加天数退还费用。特此函复。"),
    (10, 16, "correction", "关于更正校服选购报道的函", "望川生活网",
     "贵网十月十二日所载校服选购一文与事实不符：校服由家长自愿选购，学校不统一收费。\n请予更正。"),
    (12, 23, "response", "关于校门口交通秩序的复函", "溪云县公安局交警大队",
     "来函收悉。我局已会同有关学校调整放学时间，自下周起分批放学。特此函复。"),
)  # fmt: skip


def planned(scene: Scene) -> Iterator[PlannedCase]:
    for month, number, sort, title, addressee, body in _LETTERS:
        day = date(scene.year, month, number)
        moves = (PlannedMove("submit", day + _DAY, "officer"), PlannedMove("sign", day + 2 * _DAY, "signer"))
        values = {"sort": sort, "mark": "溪教函", "addressee": addressee, "body": body, "contact": "85550001"}
        made = moves if month < 12 else moves[:1]
        yield PlannedCase("correctionletter", scene.county, title, day, values, "officer", made)
