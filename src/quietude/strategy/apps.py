from datetime import time

from django.apps import AppConfig


class StrategyConfig(AppConfig):
    name = "quietude.strategy"
    verbose_name = "Stratégie"

    def ready(self) -> None:
        from quietude.kit.jobs import register_job
        from quietude.kit.registries import Room, register_nouns, register_room
        from quietude.permissions.matrix import Can
        from quietude.strategy.blocking_tasks import remind_of_long_blocks
        from quietude.strategy.figures import register_figures
        from quietude.strategy.money_tasks import remind_of_money
        from quietude.strategy.queries import sheet_total
        from quietude.strategy.tasks import MONTH, forget_what_waited, remind_measures, send_points

        register_job("forget_what_waited", forget_what_waited, daily=time(3, 40))
        register_job("send_points", send_points, daily=time(7))
        register_job("remind_measures", remind_measures, every=MONTH)
        register_figures()
        register_job("remind_of_long_blocks", remind_of_long_blocks, daily=time(7, 30))
        register_job("remind_of_money", remind_of_money, daily=time(7, 20))
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
        register_nouns(
            strategy="la stratégie",
            axis="un axe",
            call="un appel à projets",
            objective="un objectif",
            sheet="une fiche action",
            indicator="un indicateur",
            measurement="une mesure",
            saved_view="une vue enregistrée",
            baseline="une version de la stratégie",
            **{"import": "une reprise de document"},
        )
