"""The glossary as code: the terms that all rooms share. Standard library only; docs/glossary.md explains them."""

from __future__ import annotations

from bot.terms.consents import Answer as Answer
from bot.terms.consents import Says as Says
from bot.terms.failures import Declined as Declined
from bot.terms.failures import Done as Done
from bot.terms.failures import InDoubt as InDoubt
from bot.terms.failures import Refusal as Refusal
from bot.terms.failures import Unavailable as Unavailable
from bot.terms.people import ERASED as ERASED
from bot.terms.people import ERASED_ACCOUNT as ERASED_ACCOUNT
from bot.terms.people import Account as Account
from bot.terms.people import Person as Person
from bot.terms.people import Profile as Profile
from bot.terms.people import tongue as tongue
from bot.terms.requests import Act as Act
from bot.terms.requests import Part as Part
from bot.terms.requests import Request as Request
from bot.terms.requests import Voice as Voice
from bot.terms.sayings import FORWARDED as FORWARDED
from bot.terms.sayings import Attachment as Attachment
from bot.terms.sayings import Button as Button
from bot.terms.sayings import Notice as Notice
from bot.terms.sayings import Origin as Origin
from bot.terms.sayings import Saying as Saying
from bot.terms.sheets import Sheet as Sheet
from bot.terms.states import ACTIVE as ACTIVE
from bot.terms.states import CampaignState as CampaignState
from bot.terms.states import DeliveryLane as DeliveryLane
from bot.terms.states import DeliveryState as DeliveryState
from bot.terms.states import InterventionState as InterventionState
from bot.terms.states import InvitationState as InvitationState
from bot.terms.states import MailingState as MailingState
from bot.terms.states import PrintingState as PrintingState
from bot.terms.states import ReportState as ReportState
from bot.terms.states import Status as Status
from bot.terms.structures import Kind as Kind
from bot.terms.structures import Level as Level
from bot.terms.structures import Role as Role
from bot.terms.structures import Structure as Structure
from bot.terms.structures import here as here
from bot.terms.ways import Letter as Letter
from bot.terms.ways import Way as Way
from bot.terms.ways import deep_link as deep_link
