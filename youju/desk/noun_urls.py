"""The addresses of 单位与人员: each folder brings its own."""

from youju.desk.calendar import urls as calendar_urls
from youju.desk.definitions import urls as definitions_urls
from youju.desk.groups import urls as groups_urls
from youju.desk.handover import urls as handover_urls
from youju.desk.occasions import urls as occasions_urls
from youju.desk.people import urls as people_urls
from youju.desk.registers import urls as registers_urls
from youju.desk.units import urls as units_urls
from youju.desk.workbook import urls as workbook_urls

_FOLDERS = (
    units_urls, people_urls, groups_urls, calendar_urls, occasions_urls, registers_urls, definitions_urls,
    handover_urls, workbook_urls,
)  # fmt: skip

urlpatterns = [pattern for folder in _FOLDERS for pattern in folder.urlpatterns]
