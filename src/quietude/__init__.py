"""Quiétude: the platform on which a French town runs its council for security and crime prevention."""

__version__ = "0.1.0"
