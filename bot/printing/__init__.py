"""PRINTING: documents to hand out, made of facts: connection sheets as a PDF, tables as a spreadsheet.

It knows no ENT, no Telegram and no record. `produce` and `produce_table` are for the bot, whose event loop must go
on: they work in a process of its own. `write` is for a command of the operator's.
"""

from __future__ import annotations

from bot.printing.forms import Form, write
from bot.printing.letters import unwritten
from bot.printing.producing import Failed, produce, produce_table
from bot.printing.sorting import order

__all__ = ["Failed", "Form", "order", "produce", "produce_table", "unwritten", "write"]
