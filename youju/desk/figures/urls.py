"""The addresses of figures."""

from django.urls import path

from youju.desk.figures import figure_page, figures_page, plot_file, section_page
from youju.summaries.paper.addresses import FIGURE

urlpatterns = [
    path("figures/", figures_page.figures_page, name="figures"),
    path("section/<slug:section>/", section_page.section_page, name="figure-section"),
    path(FIGURE, figure_page.figure_page, name="figure"),
    path(f"{FIGURE}months.<str:ending>", plot_file.plot_file, name="figure-months"),
]
