"""The addresses of the page that tells an administrator how the installation is."""

from django.urls import path

from youju.desk.system import acts, system_page

urlpatterns = [
    path("system/", system_page.system_page, name="system"),
    path("system/backup/", acts.backup, name="system-backup"),
    path("system/drill/", acts.drill, name="system-drill"),
    path("system/accept/", acts.accept, name="system-accept"),
]
