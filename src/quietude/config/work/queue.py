"""The queue: django.tasks kept in the base, on SQLite as on PostgreSQL."""

from django_tasks_db.backend import DatabaseBackend

from quietude.kit.tasks import RepeatableTask


class Queue(DatabaseBackend):
    """The library's queue, whose tasks may be tried again."""

    task_class = RepeatableTask
