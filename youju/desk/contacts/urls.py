"""The addresses of contacts."""

from django.urls import path

from youju.desk.contacts import contact_list, contact_write

urlpatterns = [
    path("contacts/", contact_list.contact_list, name="contacts"),
    path("contacts/new", contact_write.contact_new, name="contact-new"),
    path("contacts/<int:pk>/", contact_write.contact_edit, name="contact"),
    path("contacts/<int:pk>/checked", contact_write.check, name="contact-check"),
]
