"""The address of texts without names."""

from django.urls import path

from youju.desk.masking import mask_page

urlpatterns = [path("summaries/mask/", mask_page.mask_page, name="mask")]
