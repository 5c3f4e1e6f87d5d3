from datetime import time

from django.apps import AppConfig


class CouncilsConfig(AppConfig):
    name = "quietude.councils"
    verbose_name = "Conseils"

    def ready(self) -> None:
        from quietude.councils.tasks import forget_submissions
        from quietude.kit.jobs import register_job
        from quietude.kit.registries import Room, register_nouns, register_room
        from quietude.permissions.matrix import Can

        register_job("forget_submissions", forget_submissions, daily=time(3, 30))

        group = "Connaître"
        register_room(Room(group, "Annuaire", "person-lines-fill", "member_list", Can.READ_COUNCIL, "membres/", 20))
        register_room(Room(group, "Le conseil", "bank", "council", Can.READ_COUNCIL, "composition/", 30))
        register_room(Room(group, "Registre", "journal-check", "register", Can.READ_REGISTER, "registre/", 80))
        register_room(Room(group, "Courriels", "envelope", "mail_list", Can.READ_OUTBOX, "courriels/", 90))
        register_nouns(
            account="un compte",
            commune="une commune",
            composition_act="un acte de composition",
            interim="l’intérim de la coordination",
            calendar_feed="un agenda suivi",
            contacts="des membres depuis un tableur",
            council="le conseil",
            formation="une formation",
            mail="un courriel",
            neighbourhood="un quartier",
            organisation="un organisme",
            page="une page",
            professional="un membre",
            seat="un siège",
        )
