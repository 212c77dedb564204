"""A local Telegram: the Bot API over HTTP, with people played through a control API or a web page."""

from .records import Persona
from .server import Emulator

__all__ = ["Emulator", "Persona"]
