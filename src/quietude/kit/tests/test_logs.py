"""A fault leaves a trace that says where, and nothing of what was typed."""

import logging

from quietude.kit.logs import WhereFormatter


def test_the_log_says_where_and_quotes_nothing() -> None:
    typed = "Camille Aubry, 3 rue des Lilas"
    try:
        raise ValueError(typed)
    except ValueError as fault:
        record = logging.LogRecord("django.request", logging.ERROR, __file__, 1, "Internal Server Error", (), None)
        record.exc_info = (type(fault), fault, fault.__traceback__)
    written = WhereFormatter().format(record)
    assert "Internal Server Error" in written
    assert "test_logs.py" in written
    assert "ValueError" in written
    assert "Camille" not in written
