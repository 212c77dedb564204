"""The schema: one SQLModel class per table of the desk, a file for each noun.

The statements of the hot path are built on their `__table__`. A new file is listed here, so that `DESK` is whole.
"""

from __future__ import annotations

from bot.storage.schema import DESK as DESK
from bot.storage.tables import blocks as blocks
from bot.storage.tables import conversations as conversations
from bot.storage.tables import delivery as delivery
from bot.storage.tables import interventions as interventions
from bot.storage.tables import lists as lists
from bot.storage.tables import passwords as passwords
from bot.storage.tables import people as people
from bot.storage.tables import reports as reports
from bot.storage.tables import requests as requests
from bot.storage.tables import upkeep as upkeep
