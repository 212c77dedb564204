"""The states of requests, campaigns, acts, reports and deliveries; their lifecycles are in the rules."""

from __future__ import annotations

from enum import IntEnum, StrEnum


class Status(StrEnum):
    """The status of a request: each answers "whom are we waiting for?"."""

    NEW = "new"  #: an agent of the level, to take it
    OPEN = "open"  #: its holder
    WAITING = "waiting"  #: its requester, who was asked something
    RESOLVED = "resolved"  #: its requester, to confirm or reopen
    CLOSED = "closed"  #: nobody


ACTIVE = (Status.NEW, Status.OPEN, Status.WAITING)


class CampaignState(StrEnum):
    """How far a campaign is: the block or unblock of a whole profile."""

    PLANNED = "planned"  #: waits for its day
    RUNNING = "running"  #: goes through the accounts of the profile
    DONE = "done"  #: went through all of them
    CANCELLED = "cancelled"  #: given up before it began, or stopped on its way


class MailingState(StrEnum):
    """How far a mailing is: invitations to a class, a profile or a whole school."""

    RUNNING = "running"  #: goes through the accounts, or waits for the ENT
    DONE = "done"  #: went through all of them
    CANCELLED = "cancelled"  #: stopped on its way


class InvitationState(StrEnum):
    """How far the invitation of one account is."""

    WAITING = "waiting"  #: its mailing has not come to it yet
    INTENDED = "intended"  #: about to be sent; the ENT has not answered yet
    SENT = "sent"  #: the ENT has sent it
    DOUBT = "doubt"  #: the ENT's answer was lost: it is not known whether it was sent


class PrintingState(StrEnum):
    """How far connection sheets are that somebody asked for in their chat."""

    ASKED = "asked"  #: nobody makes them yet
    RUNNING = "running"  #: they are being made and sent
    DONE = "done"  #: all were sent
    FAILED = "failed"  #: they were not, or not all: none of their links is good


class InterventionState(StrEnum):
    """How an act on the ENT ended."""

    INTENDED = "intended"  #: written down; the ENT has not answered yet
    DONE = "done"  #: the ENT did it
    DECLINED = "declined"  #: the ENT did not do it
    DOUBT = "doubt"  #: the ENT's answer was lost: it is not known


class ReportState(StrEnum):
    """What became of a reported publication."""

    WAITING = "waiting"  #: nobody treated it yet
    KEPT = "kept"  #: it stays on the wall, and may be deleted later
    DELETED = "deleted"  #: it is gone for good, by a moderator's decision
    GONE = "gone"  #: the ENT no longer has such a report, and does not say why


class DeliveryState(StrEnum):
    """The state of a delivery, a row of the outbox; docs/delivery.md shows its lifecycle."""

    QUEUED = "queued"  #: to be sent, or being sent while a courier has claimed it
    SENT = "sent"
    UNCERTAIN = "uncertain"  #: perhaps sent: it is not known
    DEAD = "dead"  #: cannot be sent
    DROPPED = "dropped"  #: not to be sent any more


class DeliveryLane(IntEnum):
    """How soon a delivery is wanted: a courier takes those of the lowest number first."""

    ANSWERS = 0  #: somebody waits for it in their chat now
    NOTICES = 1  #: what happened to a request or a report
    LATER = 2  #: what concerns no request, edits of what is shown, command menus, refusals: nobody is waiting
    ANNOUNCEMENTS = 3  #: what a school tells many at once: it holds up nothing, and leaves half of the pace free
