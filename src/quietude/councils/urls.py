"""URLs of the council: its directory, its composition, its register, and the pages that need no council."""

from django.urls import include, path

from quietude.councils.views import (
    contacts,
    councils,
    first_run,
    formations,
    interims,
    members,
    organisations,
    outbox,
    register,
    rights,
)

directory = [
    path("", members.member_list, name="member_list"),
    path("tableau.<slug:extension>", members.member_export, name="member_export"),
    path("nouveau/", members.member_new, name="member_new"),
    path("<int:pk>/", members.member, name="member"),
    path("<int:pk>/modifier/", members.member_edit, name="member_edit"),
    path("<int:pk>/retirer/", members.member_remove, name="member_remove"),
    path("<int:pk>/inviter/", members.member_invite, name="member_invite"),
    path("<int:pk>/sieges/nouveau/", members.seat_new, name="seat_new"),
    path("sieges/<int:pk>/", members.seat_edit, name="seat_edit"),
    path("sieges/<int:pk>/terminer/", members.seat_end, name="seat_end"),
    path("organismes/", organisations.organisation_list, name="organisation_list"),
    path("organismes/nouveau/", organisations.organisation_new, name="organisation_new"),
    path("organismes/<int:pk>/", organisations.organisation, name="organisation"),
    path("organismes/<int:pk>/modifier/", organisations.organisation_edit, name="organisation_edit"),
    path("organismes/<int:pk>/retirer/", organisations.organisation_remove, name="organisation_remove"),
    path("organismes/<int:pk>/confirmer/", organisations.organisation_confirm, name="organisation_confirm"),
    path("reprise/", contacts.contacts_import, name="contacts_import"),
    path("reprise/modele.xlsx", contacts.contacts_template, name="contacts_template"),
    path("reprise/<uuid:reference>/", contacts.contacts_review, name="contacts_review"),
]

composition = [
    path("", councils.council, name="council"),
    path("modifier/", councils.council_edit, name="council_edit"),
    path("droit/", councils.legal_rule_list, name="legal_rule_list"),
    path("communes/", councils.covered_communes, name="covered_communes"),
    path("communes/<slug:code>/retirer/", councils.commune_remove, name="commune_remove"),
    path("interim/", interims.interim_new, name="interim_new"),
    path("interim/<int:pk>/terminer/", interims.interim_end, name="interim_end"),
    path("actes/nouveau/", councils.composition_act_new, name="composition_act_new"),
    path("actes/<int:pk>/retirer/", councils.composition_act_remove, name="composition_act_remove"),
    path("quartiers/nouveau/", councils.neighbourhood_new, name="neighbourhood_new"),
    path("quartiers/<int:pk>/retirer/", councils.neighbourhood_remove, name="neighbourhood_remove"),
    path("formations/nouvelle/", formations.formation_new, name="formation_new"),
    path("formations/<int:pk>/", formations.formation, name="formation"),
    path("formations/<int:pk>/modifier/", formations.formation_edit, name="formation_edit"),
    path("formations/<int:pk>/membres/nouveau/", formations.formation_member_new, name="formation_member_new"),
    path("formations/membres/<int:pk>/terminer/", formations.formation_member_end, name="formation_member_end"),
]

urlpatterns = [
    path("", councils.home, name="home"),
    path("conseils/", councils.my_councils, name="my_councils"),
    path("droits/", rights.rights, name="rights"),
    path("premiere-ouverture/<str:token>/", first_run.first_run, name="first_run"),
    path("conseils/<slug:council>/membres/", include(directory)),
    path("conseils/<slug:council>/composition/", include(composition)),
    path("conseils/<slug:council>/droits/", rights.council_rights, name="council_rights"),
    path("conseils/<slug:council>/registre/", register.register_page, name="register"),
    path("conseils/<slug:council>/registre/tableau.<slug:extension>", register.register_export, name="register_export"),
    path("conseils/<slug:council>/courriels/", outbox.mail_list, name="mail_list"),
    path("conseils/<slug:council>/courriels/relancer/", outbox.mails_retry, name="mails_retry"),
    path("conseils/<slug:council>/courriels/<uuid:reference>/relancer/", outbox.mail_retry, name="mail_retry"),
]
