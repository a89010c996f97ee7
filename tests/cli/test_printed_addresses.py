"""What stands on paper is an address of the site, although the command that prints it knows no page."""

from django.urls import reverse

from youju.summaries.paper.addresses import figure_path, summary_path


def test_a_figure_on_paper_opens_its_page() -> None:
    assert figure_path("study.branch.sessions") == reverse("figure", args=["study.branch.sessions"])
    assert figure_path("cell:a:*:县:*:sum") == reverse("figure", args=["cell:a:*:县:*:sum"])


def test_a_summary_on_paper_opens_its_page() -> None:
    assert summary_path(2025) == reverse("summary", args=[2025])
