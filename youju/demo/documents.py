"""Two documents of the later year: the annual summary, signed and issued, and another that waits for the signer."""

from datetime import date

from youju.demo.recording import moment
from youju.demo.scene import DemoScene
from youju.lib import clock
from youju.lib.periods import Period
from youju.summaries.drafts.documents import Document
from youju.summaries.drafts.genres import get_genre
from youju.summaries.drafts.verbs import document_begin
from youju.summaries.issuing.verbs import summary_freeze, summary_issue, summary_sign


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
    document = document_begin(
        unit=unit, genre=genre, period=Period.year(scene.year), title=title, text=genre.text, actor=officer
    )
    summary_freeze(document=document, actor=officer)
    return document
