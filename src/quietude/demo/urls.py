"""URLs of the demonstration, present in demonstration mode only."""

from django.urls import path

from quietude.demo import entrance

urlpatterns = [
    path("", entrance.demo_entrance, name="demo_entrance"),
]
