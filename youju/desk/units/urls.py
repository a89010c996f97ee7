"""The addresses of units."""

from django.urls import path

from youju.desk.units import unit_change, unit_list, unit_new, unit_page

urlpatterns = [
    path("units/", unit_list.unit_list, name="units"),
    path("units/new", unit_new.unit_new, name="unit-new"),
    path("unit/<str:code>/", unit_page.unit_page, name="unit"),
    path("unit/<str:code>/<slug:action>", unit_change.unit_change, name="unit-change"),
]
