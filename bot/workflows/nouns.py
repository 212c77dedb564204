"""Lists every noun of the house, and collects what they declare. A new noun is added to `NOUNS`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bot.storage.work import Work
from bot.terms import Notice, Person, Role, Saying
from bot.workflows import hats
from bot.workflows import help as help_
from bot.workflows.accounts.noun import NOUN as ACCOUNTS
from bot.workflows.administrators.noun import NOUN as ADMINISTRATORS
from bot.workflows.announcements.noun import NOUN as ANNOUNCEMENTS
from bot.workflows.attachments.noun import NOUN as ATTACHMENTS
from bot.workflows.audit.noun import NOUN as AUDIT
from bot.workflows.blocks.noun import NOUN as BLOCKS
from bot.workflows.classes.noun import NOUN as CLASSES
from bot.workflows.communication.noun import NOUN as COMMUNICATION
from bot.workflows.conversations import ending
from bot.workflows.conversations.course import Conversations
from bot.workflows.creation.noun import NOUN as CREATION
from bot.workflows.declaring import Chore, Command, Draw, Lane, Noun
from bot.workflows.desk import Turn
from bot.workflows.duplicates.noun import NOUN as DUPLICATES
from bot.workflows.groups.noun import NOUN as GROUPS
from bot.workflows.linking.noun import NOUN as LINKING
from bot.workflows.lists.noun import NOUN as LISTS
from bot.workflows.passwords.noun import NOUN as PASSWORDS
from bot.workflows.people.noun import NOUN as PEOPLE
from bot.workflows.policy import Policy
from bot.workflows.reports.noun import NOUN as REPORTS
from bot.workflows.requests import alarm, calls
from bot.workflows.requests.noun import NOUN as REQUESTS
from bot.workflows.services.noun import NOUN as SERVICES
from bot.workflows.sheets.noun import NOUN as SHEETS
from bot.workflows.statistics.noun import NOUN as STATISTICS
from bot.workflows.towns.noun import NOUN as TOWNS
from bot.workflows.year.noun import NOUN as YEAR

#: what all guided conversations share
TALKS = Noun(
    "conversations",
    commands=(Command("annuler", 14, early=True),),
    screens={"closed": lambda *_: Notice("closed"), ending.MOVED: ending.moved_on, ending.ENDED: ending.ended},
    chores=(
        Chore(
            Lane.TIME,
            lambda desk: CONVERSATIONS.end_old(desk),
            lambda desk: CONVERSATIONS.until_old(desk),
        ),
    ),
)

#: the chores of the nouns are done in this order
NOUNS: tuple[Noun, ...] = (
    PASSWORDS,
    REQUESTS,
    BLOCKS,
    DUPLICATES,
    PEOPLE,
    REPORTS,
    ACCOUNTS,
    LISTS,
    CREATION,
    LINKING,
    SHEETS,
    STATISTICS,
    CLASSES,
    GROUPS,
    COMMUNICATION,
    ADMINISTRATORS,
    SERVICES,
    ANNOUNCEMENTS,
    ATTACHMENTS,
    TOWNS,
    AUDIT,
    YEAR,
    help_.NOUN,
    TALKS,
)

CONVERSATIONS: Conversations = Conversations(talk for noun in NOUNS for talk in noun.conversations)
_SCREENS: Mapping[str, Draw] = {kind: draw for noun in NOUNS for kind, draw in noun.screens.items()}
_COMMANDS = sorted(
    (command for noun in NOUNS for command in noun.commands), key=lambda one: (not one.levels, one.place)
)


#: commands for requests that a pupil who waits for a yes may use for their calls for help
_OF_CALLS = frozenset({"mesdemandes", "demande", "repondre", "rouvrir", "clore"})


#: every command, by its name
COMMANDS: Mapping[str, Command] = {command.name: command for command in _COMMANDS}


def draw(work: Work, policy: Policy, person: Person, about: str) -> Notice:
    """The screen of `about` (such as `report:7`) as that person sees it now; refused where they may not see it."""
    kind, _, number = about.partition(":")
    return _SCREENS[kind](work, policy, person, int(number))


def menu(roles: Iterable[Role]) -> list[str]:
    """The names of the commands in the menu of a linked person with those roles, in their order."""
    levels = {role.level for role in roles}
    return [command.name for command in _COMMANDS if not command.levels or command.levels & levels]


def early(turn: Turn) -> list[str]:
    """The names of the commands that a pupil who waits for a yes may use now, in their order.

    With those for requests where they called for help, which they may read and answer.
    """
    called = calls.of_me(turn)
    return [one.name for one in _COMMANDS if one.early or (called and one.name in _OF_CALLS)]


def help_on(turn: Turn, typed: str, saying: Saying | None = None) -> Notice:
    """The help articles that match the typed words; with nothing typed, the menu of help.

    Words of a frightened child, or of an adult who fears for one, lead to people who help instead.
    """
    if typed and saying is not None and (led := alarm.lead(turn, saying)) is not None:
        return led
    if typed:
        return help_.search(turn, typed)
    return help_.menu(turn, early(turn) if turn.me.waits else menu(hats.roles(turn)))
