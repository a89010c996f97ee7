"""Two documents of the later year: the annual summary, signed and issued, and another that waits for the signer."""

import re
from datetime import date

from youju.demo.recording import moment
from youju.demo.scene import DemoScene
from youju.lib import clock
from youju.lib.periods import Period
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin
from youju.summaries.issuing.verbs import summary_freeze, summary_issue, summary_sign

# What stands where a template has a hint, by the hint.
_TODO = re.compile(r"\{\{待写 ([^{}]*)\}\}")
_WRITTEN = {
    "做得好的事，每件事后面引用它的记录": (
        "各校通讯员每月互评稿件，好稿在全县教育系统传阅；记者走进乡村学校，写身边的教师和学生。"
    ),
    "不足、原因和下一步办法，写明由谁负责、何时完成": (
        "镇村学校的稿件偏少，短视频还不多。下一年由局宣传科牵头，分片培训通讯员，上半年完成。"
    ),
}


def write_documents(scene: DemoScene, password: str) -> None:
    """Write them on the year's last evening, when nothing more is recorded.

    password: of the demo's accounts; whoever signs proves by it who they are, for nobody has a second factor.
    """
    day = date(scene.year, 12, 31)
    with clock.at(moment(day, 19, scene.chance)):
        annual, _waiting = (_frozen(scene, genre) for genre in ("annual", "special"))
    with clock.at(moment(day, 20, scene.chance)):
        digest = annual.editions.get().digest
        summary_sign(document=annual, digest=digest, proof=password, actor=scene.member("signer"))
    with clock.at(moment(day, 21, scene.chance)):
        summary_issue(document=annual, actor=scene.member("officer"))


def _frozen(scene: DemoScene, genre_code: str) -> Document:
    """A document of the bureau about the year as its genre's template tells it, with its figures frozen."""
    genre, officer, unit = get_genre(genre_code), scene.member("officer"), scene.unit(scene.county)
    title = f"{unit.name}{scene.year}{'' if genre.zh.startswith('年') else '年'}{genre.zh}"
    text = _TODO.sub(lambda found: _WRITTEN.get(found[1], ""), genre.text)
    document = document_begin(
        unit=unit, genre=genre, period=Period.year(scene.year), title=title, text=text, actor=officer
    )
    summary_freeze(document=document, actor=officer)
    return document
