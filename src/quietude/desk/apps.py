from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "quietude.desk"
    verbose_name = "Tableau de bord"

    def ready(self) -> None:
        from quietude.kit.registries import Room, register_room
        from quietude.permissions.matrix import Can

        register_room(
            Room(
                group="Piloter",
                label="Tableau de bord",
                icon="speedometer2",
                url_name="dashboard",
                capability=Can.READ_DASHBOARD,
                prefix="",
                position=10,
            )
        )
