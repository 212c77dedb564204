"""A local Telegram: the Bot API over HTTP, its people played by a control API and a page."""

from .records import Persona
from .server import Emulator

__all__ = ["Emulator", "Persona"]
