from django.urls import path

from quietude.desk import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("recherche/", views.council_search, name="council_search"),
]
