"""The addresses of 单位与人员: each folder brings its own."""

from youju.desk.groups import urls as groups_urls
from youju.desk.people import urls as people_urls
from youju.desk.units import urls as units_urls
from youju.desk.workbook import urls as workbook_urls

_FOLDERS = (units_urls, people_urls, groups_urls, workbook_urls)

urlpatterns = [pattern for folder in _FOLDERS for pattern in folder.urlpatterns]
