"""Work behind the pages: a queue in the base, workers that do it, a scheduler that fills it when time has come.

Invariants: a job is enqueued once per period; a task left by a dead worker comes back when it may be done twice, and
has failed otherwise; the outcome of a task counts only for the worker that still holds it.
"""
