"""How the conversations of linking are begun."""

from __future__ import annotations

from bot.workflows.linking import giving
from tests.workflows.openers.accounts import naming

OPENERS = {giving.LINK.talk.name: naming(giving.LINK)}
