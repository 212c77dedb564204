"""The embedded ENT behind the port, one class for each noun."""

from __future__ import annotations

from bot.ent.embedded.accounts import EmbeddedAccounts
from bot.ent.embedded.administrators import EmbeddedAdministrators
from bot.ent.embedded.announcements import EmbeddedAnnouncements
from bot.ent.embedded.attachments import EmbeddedAttachments
from bot.ent.embedded.blocks import EmbeddedBlocks
from bot.ent.embedded.classes import EmbeddedClasses
from bot.ent.embedded.communication import EmbeddedCommunication
from bot.ent.embedded.creation import EmbeddedCreation
from bot.ent.embedded.duplicates import EmbeddedDuplicates
from bot.ent.embedded.groups import EmbeddedGroups
from bot.ent.embedded.lists import EmbeddedLists
from bot.ent.embedded.messages import EmbeddedMessages
from bot.ent.embedded.passwords import EmbeddedPasswords
from bot.ent.embedded.reports import EmbeddedReports
from bot.ent.embedded.services import EmbeddedServices
from bot.ent.embedded.statistics import EmbeddedStatistics
from bot.ent.embedded.structures import EmbeddedStructures


class EmbeddedDirectory(
    EmbeddedAccounts,
    EmbeddedAdministrators,
    EmbeddedAnnouncements,
    EmbeddedAttachments,
    EmbeddedBlocks,
    EmbeddedClasses,
    EmbeddedCommunication,
    EmbeddedCreation,
    EmbeddedDuplicates,
    EmbeddedGroups,
    EmbeddedLists,
    EmbeddedMessages,
    EmbeddedPasswords,
    EmbeddedReports,
    EmbeddedServices,
    EmbeddedStatistics,
    EmbeddedStructures,
):
    """A `Directory` over the tables of `bot.ent.embedded.tables`."""
