"""The addresses of handing over."""

from django.urls import path

from youju.desk.handover import hand_over

urlpatterns = [
    path("hand-over/", hand_over.hand_over_list, name="hand-over"),
    path("hand-over/<str:code>/", hand_over.hand_over, name="hand-over-member"),
]
