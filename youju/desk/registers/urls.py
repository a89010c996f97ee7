"""The addresses of registers."""

from django.urls import path

from youju.desk.registers import register_change_page, register_list, register_workbook

urlpatterns = [
    path("registers/", register_list.registers_page, name="registers"),
    path("register/<slug:code>/", register_list.register_page, name="register"),
    path("register/<slug:code>/new", register_change_page.row_new, name="register-new"),
    path("register/<slug:code>/file", register_workbook.register_file, name="register-file"),
    path("register/<slug:code>/import", register_workbook.import_page, name="register-import"),
    path("register/<slug:code>/row/<slug:name>/", register_list.row_page, name="register-row"),
    path("register/<slug:code>/row/<slug:name>/<slug:action>", register_change_page.row_change, name="register-change"),
]
