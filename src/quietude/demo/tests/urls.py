"""The page of components alone, outside of demonstration mode."""

from django.urls import path

from quietude.demo.gallery import gallery

urlpatterns = [path("composants/", gallery, name="gallery")]
