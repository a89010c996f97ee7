"""The addresses of a bureau's own measures and indicators."""

from django.urls import path

from youju.desk.definitions import approve, definition_list, indicator_new, measure_new

urlpatterns = [
    path("definitions/", definition_list.definition_list, name="definitions"),
    path("definitions/measure", measure_new.measure_new, name="measure-new"),
    path("definitions/indicator", indicator_new.indicator_new, name="indicator-new"),
    path("definition/measure/<int:pk>/", definition_list.measure_page, name="own-measure"),
    path("definition/indicator/<int:pk>/", definition_list.indicator_page, name="own-indicator"),
    path("definition/measure/<int:pk>/approve", approve.measure, name="measure-approve"),
    path("definition/indicator/<int:pk>/approve", approve.indicator, name="indicator-approve"),
]
