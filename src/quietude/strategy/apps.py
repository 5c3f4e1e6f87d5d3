from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "quietude.strategy"
    verbose_name = "Stratégie"

    def ready(self) -> None:
        from quietude.kit.registries import Room, register_room
        from quietude.permissions.matrix import Can
        from quietude.strategy.queries import sheet_total

        register_room(
            Room(
                group="Piloter",
                label="Stratégie",
                icon="journal-text",
                url_name="strategy",
                capability=Can.READ_STRATEGY,
                prefix="strategie/",
                position=20,
                count=sheet_total,
            )
        )
