"""The addresses of orders at the desk."""

from django.urls import path

from youju.desk.orders import codes_page, member_page, notify_page, order_page, order_papers

urlpatterns = [
    path("orders/", order_page.order_list, name="orders"),
    path("orders/paid/<slug:code>/", notify_page.notify_page, name="pay-notify"),
    path("orders/article/<slug:ref>.pdf", member_page.member_pdf, name="member-pdf"),
    path("orders/codes/", codes_page.codes_page, name="order-codes"),
    path("orders/statement/", order_papers.statement, name="order-statement"),
    path("orders/payment/<int:pk>/", order_page.payment_page, name="order-payment"),
    path("orders/<int:pk>/", order_page.order_page, name="order"),
    path("orders/<int:pk>/receipt.pdf", order_papers.receipt, name="order-receipt"),
]
