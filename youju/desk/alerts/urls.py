"""The addresses of a member's alerts."""

from django.urls import path

from youju.desk.alerts import alert_list

urlpatterns = [
    path("alerts/", alert_list.alert_list, name="alerts"),
]
