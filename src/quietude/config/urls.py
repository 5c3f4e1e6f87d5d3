"""Every URL of the product. Each view stands behind one of four doors (system check ``quietude.E001``)."""

from django.conf import settings
from django.urls import include, path

from quietude.desk.views import followed_agenda

urlpatterns = [
    path("", include("quietude.accounts.urls")),
    path("", include("quietude.councils.urls")),
    path("conseils/<slug:council>/composition/papier/", include("quietude.documents.urls")),
    path("agenda/<str:token>/quietude.ics", followed_agenda, name="followed_agenda"),
    path("conseils/<slug:council>/", include("quietude.desk.urls")),
    path("conseils/<slug:council>/strategie/", include("quietude.strategy.urls")),
]
if settings.DEMO:
    urlpatterns += [path("demonstration/", include("quietude.demo.urls"))]

handler403 = "quietude.kit.errors.not_found"
handler404 = "quietude.kit.errors.not_found"
handler500 = "quietude.kit.errors.server_error"
