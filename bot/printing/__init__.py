"""PRINTING: documents to hand out, made of facts: connection sheets as a PDF, and their rows for a mail merge.

It knows no ENT, no Telegram and no table. `produce` is for the bot, whose event loop must go on: it works in a
process of its own. `write` is for a command of the operator's.
"""

from __future__ import annotations

from bot.printing.forms import Form, write
from bot.printing.letters import unwritten
from bot.printing.producing import Failed, produce
from bot.printing.sorting import order

__all__ = ["Failed", "Form", "order", "produce", "unwritten", "write"]
