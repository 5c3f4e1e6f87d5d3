"""Reads of a council: one function per screen."""
