"""The addresses of figures."""

from django.urls import path

from youju.desk.figures import figure_page, figures_page

urlpatterns = [
    path("figures/", figures_page.figures_page, name="figures"),
    path("figure/<str:code>/", figure_page.figure_page, name="figure"),
]
