from django.urls import path

from quietude.desk import views

urlpatterns = [
    path("", views.dashboard, name="dashboard"),
    path("recherche/", views.council_search, name="council_search"),
    path("agenda/", views.calendar_feed, name="calendar_feed"),
    path("passation/", views.handover, name="handover"),
    path("passation/passation.<slug:extension>", views.handover_document, name="handover_document"),
]
