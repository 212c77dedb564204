"""How the conversation of `/code` is begun."""

from __future__ import annotations

from bot.workflows.passwords import codes
from tests.workflows.openers.accounts import naming

OPENERS = {codes.CODE.talk.name: naming(codes.CODE)}
