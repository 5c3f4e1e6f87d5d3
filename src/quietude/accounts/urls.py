"""URLs of accounts: ours first, then those of allauth that we use, under French paths."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path, re_path

from quietude.accounts import views
from quietude.accounts.library import before_enrolment, enrolling, leaving, removing

urlpatterns = [
    path("invitation/<str:token>/", views.accept_invitation, name="accept_invitation"),
    path("limites/", views.limits, name="limits"),
    path("compte/", views.account, name="account"),
    path("compte/sessions/fermer/", views.close_sessions, name="close_sessions"),
    path("connexion/", account.login, name="account_login"),
    path("deconnexion/", leaving(account.logout), name="account_logout"),
    path("compte/ferme/", account.account_inactive, name="account_inactive"),
    path("compte/confirmer/", before_enrolment(account.reauthenticate), name="account_reauthenticate"),
    path("compte/mot-de-passe/", account.password_change, name="account_change_password"),
    path("compte/mot-de-passe/choisir/", account.password_set, name="account_set_password"),
    path("mot-de-passe-oublie/", account.password_reset, name="account_reset_password"),
    path("mot-de-passe-oublie/envoye/", account.password_reset_done, name="account_reset_password_done"),
    re_path(
        r"^mot-de-passe-oublie/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "mot-de-passe-oublie/change/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("connexion/second-facteur/", mfa.authenticate, name="mfa_authenticate"),
    path("connexion/cle/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("compte/second-facteur/", mfa.index, name="mfa_index"),
    path("compte/second-facteur/confirmer/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("compte/second-facteur/application/", enrolling(totp.activate_totp), name="mfa_activate_totp"),
    path("compte/second-facteur/application/oter/", removing(totp.deactivate_totp), name="mfa_deactivate_totp"),
    path("compte/second-facteur/secours/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("compte/second-facteur/secours/autres/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("compte/second-facteur/secours/texte/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("compte/second-facteur/cles/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("compte/second-facteur/cles/ajouter/", enrolling(webauthn.add_webauthn), name="mfa_add_webauthn"),
    path("compte/second-facteur/cles/confirmer/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("compte/second-facteur/cles/<int:pk>/oter/", removing(webauthn.remove_webauthn), name="mfa_remove_webauthn"),
    path("compte/second-facteur/cles/<int:pk>/nommer/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]
