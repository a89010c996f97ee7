"""The addresses of the calendar."""

from django.urls import path

from youju.desk.calendar import calendar_change, due_page, year_page

urlpatterns = [
    path("calendar/", year_page.year_page, name="calendar"),
    path("calendar/due", due_page.due_page, name="calendar-due"),
    path("calendar/day", calendar_change.day_set, name="calendar-day"),
    path("calendar/fill", calendar_change.fill, name="calendar-fill"),
    path("calendar/import", calendar_change.import_file, name="calendar-import"),
    path("calendar/term", calendar_change.term, name="calendar-term"),
    path("calendar/term/<int:number>/delete", calendar_change.term_delete, name="calendar-term-delete"),
]
