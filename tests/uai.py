"""Official codes of invented structures."""

from __future__ import annotations

from bot.terms.uai import letter


def code(number: int) -> str:
    """The UAI of those seven digits."""
    return f"{number:07}{letter(f'{number:07}')}"
