"""The addresses of figures."""

from django.urls import path

from youju.desk.figures import figure_page, figures_page, plot_file, section_page

urlpatterns = [
    path("figures/", figures_page.figures_page, name="figures"),
    path("section/<slug:section>/", section_page.section_page, name="figure-section"),
    path("figure/<str:code>/", figure_page.figure_page, name="figure"),
    path("figure/<str:code>/months.<str:ending>", plot_file.plot_file, name="figure-months"),
]
