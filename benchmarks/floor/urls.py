from django.urls import path

from benchmarks.floor import views

urlpatterns = [
    path("plancher/<slug:council>/", views.page),
    path("plancher/<slug:council>/liste/", views.naive_list),
    path("plancher/<slug:council>/ecrire/", views.bare_create),
]
