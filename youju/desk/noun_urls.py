"""The addresses of 单位与人员: each folder brings its own."""

from django.urls import include, path

from youju.desk.units import urls as units_urls

_FOLDERS = (units_urls,)

urlpatterns = [path("", include(folder)) for folder in _FOLDERS]
