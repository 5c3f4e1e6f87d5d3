"""URLs of the demonstration, present in demonstration mode only."""

from django.urls import path

from quietude.demo import entrance
from quietude.demo.gallery import gallery

urlpatterns = [
    path("", entrance.demo_entrance, name="demo_entrance"),
    path("composants/", gallery, name="gallery"),
]
