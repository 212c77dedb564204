"""The port to the ENT: all that the desk may ask of it, in the domain's words, one small protocol for each noun.

Every call may raise `Declined` with a `Reason`: nothing was changed then. A call that changes something raises
`InDoubt` if its answer was lost. An ENT that shares the desk's database may also raise `Unavailable`.

A use-case that needs one noun may ask for its protocol alone. The names in `__all__` may be imported from here; the
words of a further noun are imported from the noun's own module.
"""

from __future__ import annotations

from typing import Protocol

from bot.ent.accounts import Accounts
from bot.ent.administrators import Administrators
from bot.ent.announcements import Announcements
from bot.ent.attachments import Attachments
from bot.ent.blocks import Blocks, BlockTrace
from bot.ent.classes import Classes
from bot.ent.communication import Communication
from bot.ent.creation import Creation
from bot.ent.duplicates import Duplicates
from bot.ent.groups import Groups
from bot.ent.lists import Found, Lists, Query, Sort
from bot.ent.messages import Messages
from bot.ent.passwords import CODE_ALPHABET, CODE_LENGTH, Code, Passwords
from bot.ent.reasons import Reason
from bot.ent.reports import Report, Reporter, Reports
from bot.ent.services import Services
from bot.ent.statistics import Statistics
from bot.ent.structures import Structures

__all__ = [
    "CODE_ALPHABET",
    "CODE_LENGTH",
    "BlockTrace",
    "Code",
    "Directory",
    "Found",
    "Query",
    "Reason",
    "Report",
    "Reporter",
    "Sort",
]


class Directory(
    Accounts,
    Administrators,
    Announcements,
    Attachments,
    Blocks,
    Classes,
    Communication,
    Creation,
    Duplicates,
    Groups,
    Lists,
    Messages,
    Passwords,
    Reports,
    Services,
    Statistics,
    Structures,
    Protocol,
):
    """An ENT, with every noun of the port."""
