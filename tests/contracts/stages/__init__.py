"""The demo's world behind each adapter, and the changes to it that the port cannot make, a file for each noun."""

from __future__ import annotations

from typing import Protocol

from bot.ent.directory import Directory
from tests.contracts.stages.accounts import AccountsStage, EmbeddedAccountsStage, EntcoreAccountsStage
from tests.contracts.stages.announcements import (
    AnnouncementsStage,
    EmbeddedAnnouncementsStage,
    EntcoreAnnouncementsStage,
)
from tests.contracts.stages.blocks import BlocksStage, EmbeddedBlocksStage, EntcoreBlocksStage
from tests.contracts.stages.classes import ClassesStage, EmbeddedClassesStage, EntcoreClassesStage
from tests.contracts.stages.groups import EmbeddedGroupsStage, EntcoreGroupsStage, GroupsStage
from tests.contracts.stages.messages import EmbeddedMessagesStage, EntcoreMessagesStage, MessagesStage
from tests.contracts.stages.reports import EmbeddedReportsStage, EntcoreReportsStage, ReportsStage
from tests.contracts.stages.services import EmbeddedServicesStage, EntcoreServicesStage, ServicesStage
from tests.contracts.stages.statistics import EmbeddedStatisticsStage, EntcoreStatisticsStage, StatisticsStage
from tests.contracts.stages.structures import EmbeddedStructuresStage, EntcoreStructuresStage, StructuresStage


class Stage(
    AccountsStage,
    AnnouncementsStage,
    BlocksStage,
    ClassesStage,
    GroupsStage,
    MessagesStage,
    ReportsStage,
    ServicesStage,
    StatisticsStage,
    StructuresStage,
    Protocol,
):
    """An ENT to ask, and what a test may change in it."""

    @property
    def directory(self) -> Directory:
        """The adapter."""
        ...


class EmbeddedStage(
    EmbeddedAccountsStage,
    EmbeddedAnnouncementsStage,
    EmbeddedBlocksStage,
    EmbeddedClassesStage,
    EmbeddedGroupsStage,
    EmbeddedMessagesStage,
    EmbeddedReportsStage,
    EmbeddedServicesStage,
    EmbeddedStatisticsStage,
    EmbeddedStructuresStage,
):
    """The embedded ENT, changed through its tables."""


class EntcoreStage(
    EntcoreAccountsStage,
    EntcoreAnnouncementsStage,
    EntcoreBlocksStage,
    EntcoreClassesStage,
    EntcoreGroupsStage,
    EntcoreMessagesStage,
    EntcoreReportsStage,
    EntcoreServicesStage,
    EntcoreStatisticsStage,
    EntcoreStructuresStage,
):
    """The adapter to a real ENT on the stand-in server, changed inside that server."""
