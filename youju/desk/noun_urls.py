"""The addresses of 单位与人员: each folder brings its own."""

from youju.desk.units import urls as units_urls
from youju.desk.workbook import urls as workbook_urls

_FOLDERS = (units_urls, workbook_urls)

urlpatterns = [pattern for folder in _FOLDERS for pattern in folder.urlpatterns]
