"""The address of the audit log."""

from django.urls import path

from youju.desk.audit import audit_page

urlpatterns = [path("audit/", audit_page.audit_page, name="audit")]
