"""Whoever looks round as officer or signer finds a summary that is out, and one that waits."""

from django.test import Client

from youju.demo.build import Built
from youju.orgs.members import Member
from youju.summaries.drafts.documents import Document, DocumentState
from youju.summaries.issuing.acts import acts_open
from youju.summaries.issuing.disclosed import disclosed
from youju.summaries.issuing.editions import EditionStep
from youju.summaries.issuing.verbs import standing_edition


def test_the_annual_summary_is_signed_by_the_signer_and_issued(demo: Built) -> None:
    document = Document.objects.get(genre_code="annual")
    edition = standing_edition(document)
    assert (document.state, document.period) == (DocumentState.ISSUED, str(demo.year))
    signed, issued = (edition.step(what) for what in (EditionStep.What.SIGNED, EditionStep.What.ISSUED))
    assert signed and issued
    assert [step.by.username for step in (signed, issued)] == ["signer", "officer"]
    assert edition.figures.count() >= 55  # of the sixty, those that are not for use inside


def test_the_issued_summary_is_on_the_public_site_and_its_figures_open(demo: Built, client: Client) -> None:
    (edition,) = disclosed()
    page = client.get(f"/site/summary/{edition.document.ref}/").content.decode()
    assert edition.title in page and f"/site/summary/{edition.document.ref}/figure/0/" in page
    assert client.get(f"/site/summary/{edition.document.ref}/figure/0/").status_code == 200


def test_another_summary_waits_for_the_signer(demo: Built) -> None:
    document = Document.objects.get(state=DocumentState.FROZEN)
    signer = Member.objects.get(username="signer")
    assert {act.code for act in acts_open(signer, document)} == {"sign", "refuse"}
