"""Why something from outside could not be had, in one line for the author."""

from __future__ import annotations


class PackageError(Exception):
    """A package could not be had; the text says why, and what to run where that is known."""
