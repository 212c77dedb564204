"""The schema: one SQLModel class per table of the desk, a file for each noun.

The statements of `bot/storage` are built on these tables. A new file must be imported here, so that `DESK` has it.
"""

from __future__ import annotations

from bot.storage.schema import DESK as DESK
from bot.storage.tables import advice as advice
from bot.storage.tables import announcements as announcements
from bot.storage.tables import audit as audit
from bot.storage.tables import blocks as blocks
from bot.storage.tables import consents as consents
from bot.storage.tables import conversations as conversations
from bot.storage.tables import delivery as delivery
from bot.storage.tables import erasures as erasures
from bot.storage.tables import handouts as handouts
from bot.storage.tables import holds as holds
from bot.storage.tables import interventions as interventions
from bot.storage.tables import lists as lists
from bot.storage.tables import mailings as mailings
from bot.storage.tables import pairs as pairs
from bot.storage.tables import particulars as particulars
from bot.storage.tables import passwords as passwords
from bot.storage.tables import people as people
from bot.storage.tables import printings as printings
from bot.storage.tables import purges as purges
from bot.storage.tables import reminders as reminders
from bot.storage.tables import reports as reports
from bot.storage.tables import requests as requests
from bot.storage.tables import upkeep as upkeep
