"""Failures that a person may be told about."""


class DomainError(Exception):
    """An expected failure of a domain function; its text is translated and safe to show."""
