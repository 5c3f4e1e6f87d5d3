from django.urls import path

from quietude.documents import views

urlpatterns = [
    path("", views.letterhead, name="letterhead"),
    path("exemple.pdf", views.letterhead_sample, name="letterhead_sample"),
]
