from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "quietude.documents"
    verbose_name = "Documents"

    def ready(self) -> None:
        from quietude.kit.registries import register_nouns

        register_nouns(letterhead="le papier à en-tête")
