"""The policy: what an operator decides about levels, categories, charters, help and limits. Checked when read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from enum import Enum
from typing import Any

from bot.storage.purging.kinds import KINDS
from bot.storage.tables import DESK
from bot.terms import Kind, Level, Person, Profile, Way
from bot.terms.communication import Matrix, read_matrix
from bot.workflows.rules.announcements import Announcing, read_announcing
from bot.workflows.rules.attachments.kinds import Kinds, read_kinds
from bot.workflows.rules.blocks.summer import Summer, read_summer
from bot.workflows.rules.consent import Consent, read_consent
from bot.workflows.rules.feed import Feed, read_feed
from bot.workflows.rules.help.articles import Article, read_articles
from bot.workflows.rules.linking import Linking, read_linking
from bot.workflows.rules.requests.routing import Audience, Levels, Tier
from bot.workflows.rules.requests.worried import read_adults
from bot.workflows.rules.retention import Retention, read_retention
from bot.workflows.rules.rights import Rights, read_rights
from bot.workflows.rules.year import Year, read_year

_LONGEST_SHOWN = 24 * 60  #: minutes for which a message shows a secret: Telegram lets a bot delete for two days
_REPEATED = timedelta(days=1)  #: so long, Telegram may bring an update again
_COUNTED = timedelta(hours=1)  #: of which quotas count the acts
_EACH = ("pupils", "adults", "agents")  # their tables had `alarms` in the release before


@dataclass(frozen=True, slots=True)
class Charter:
    """The terms of use of one profile."""

    version: int
    text: Mapping[str, str]  #: by language


@dataclass(frozen=True, slots=True)
class Codes:
    """How codes are shown, and how many may be asked for."""

    visible_minutes: int = 10  #: after them, the message that shows a code is deleted
    per_agent_an_hour: int = 30
    per_account_an_hour: int = 5


class Waits(Enum):
    """The kinds of guided conversations, by how long their questions wait; `conversations.toml` names them so."""

    WORDS = "words"  #: asks for words that other people will read
    OFFERS = "offers"  #: asks what to do with words that were written
    DETAILS = "details"  #: asks for the name of an account or a colleague, for a category, for a school
    ACTS = "acts"  #: asks to confirm a far-reaching act
    FILINGS = "filings"  #: prepares a request


@dataclass(frozen=True, slots=True)
class Span:
    """How long a question waits for its answer."""

    attention: timedelta  #: words written later than this are not taken as its answer unasked
    life: timedelta  #: it ends by itself after so long without an answer


@dataclass(frozen=True, slots=True)
class Quota:
    """How much one person may do in any hour."""

    requests: int = 10
    messages: int = 60
    edits: int = 30
    files: int = 60
    reopenings: int = 10
    others: int = 100


@dataclass(frozen=True, slots=True)
class Quotas:
    """How much may be done in any hour, by each person, and by strangers; and how much may wait for one chat."""

    pupils: Quota = Quota()
    adults: Quota = Quota()
    agents: Quota = Quota()
    strangers: int = 120  #: sentences said to all people together who have no linked account
    stranger: int = 4  #: and to each of them
    groups: int = 10  #: groups that are told why the bot leaves them
    waiting: int = 60  #: deliveries that may wait for one chat

    def of(self, person: Person) -> Quota:
        """The quota of that person."""
        if person.is_agent:
            return self.agents
        return self.pupils if person.profile is Profile.STUDENT else self.adults


@dataclass(frozen=True, slots=True)
class Policy:
    """The operator's decisions as the use-cases see them."""

    levels: Levels
    categories: tuple[str, ...]
    charters: Mapping[str, Charter]  #: by profile
    waits: Mapping[Waits, Span]
    help: Mapping[str, Sequence[Article]] = field(default_factory=dict)  #: by language
    codes: Codes = Codes()
    summer: Summer = field(default_factory=Summer)
    quotas: Quotas = Quotas()
    adults: frozenset[str] = frozenset()  #: folded words by which somebody names an adult who works in a school
    erased_name_kept: timedelta = timedelta(days=30)  #: the name of an erased caller stays on a call so long at most
    rights: Rights = field(default_factory=Rights)
    consent: Consent = field(default_factory=Consent)
    retention: Retention = field(default_factory=Retention)
    meeting: timedelta = timedelta(hours=24)  #: after a change of token, agents have so long to write to the new bot
    linking: Linking = field(default_factory=Linking)
    feed: Feed = field(default_factory=Feed)
    announcing: Announcing = field(default_factory=Announcing)
    year: Year = field(default_factory=Year)
    kinds: Kinds = field(default_factory=dict)  #: of personnel whom the ERUN attaches
    communication: Matrix = field(default_factory=dict)  #: who may write to whom in an ENT as it comes
    text_limit: int = 4096  #: characters of one message of an exchange: Telegram's own limit
    description_limit: int = 16384  #: characters of all messages that describe one request
    file_limit: int = 20 * 1024 * 1024
    files_limit: int = 10
    page: int = 8
    look_again: timedelta = timedelta(minutes=10)  #: so long, seeing the same again leaves no further line
    reread: timedelta = timedelta(days=30)  #: within so long, each old line of the audit is verified again
    burst: int = 30
    per_second: float = 1.0
    limits: bool = True

    def ready(self, person: Person) -> bool:
        """Whether the person has accepted the present charter of their profile."""
        return person.charter >= self.charters[person.profile].version


def read_policy(tables: Mapping[str, Any], limits: bool = True) -> Policy:
    """The policy that the parsed TOML tables describe; raises `ValueError` naming what is missing or wrong."""
    try:
        levels = {Level(line["level"]): _tier(line) for line in tables["levels"]["level"]}
        charters = {Profile(name).value: _charter(text) for name, text in tables["charters"].items()}
        articles = read_articles(tables["help"])
        categories = tuple(tables["categories"]["categories"])
        codes = _codes(tables["codes"])
        summer = read_summer(tables["summer"])
        quotas = _quotas(tables["quotas"])
        waits = {one: _span(tables["conversations"][one.value]) for one in Waits}
        further = _further(tables)
    except KeyError as error:
        raise ValueError(f"the operator's tables: {error} is missing, or not known") from error
    except (TypeError, ValueError) as error:
        raise ValueError(f"the operator's tables: {error}") from error
    if missing := (set(Level) - set(levels)) | (set(Profile) - {Profile(name) for name in charters}):
        raise ValueError(f"the operator's tables lack {sorted(str(name) for name in missing)}")
    policy = Policy(levels, categories, charters, waits, articles, codes, summer, quotas, limits=limits, **further)
    _agree(policy)
    return policy


def _further(tables: Mapping[str, Any]) -> dict[str, Any]:
    """What has a table of its own, by its field of the policy; raises what the readers of these tables raise."""
    kinds = {kind.name: kind.table.name for kind in KINDS}
    return {
        "rights": read_rights(tables["rights"]),
        "consent": read_consent(tables["consent"]),
        "linking": read_linking(tables["linking"]),
        "feed": read_feed(tables["feed"]),
        "announcing": read_announcing(tables["announcements"]),
        "year": read_year(tables["year"]),
        "kinds": read_kinds(tables["attachment"]),
        "communication": read_matrix(tables["communication"]),
        "retention": read_retention(tables["retention"], kinds, DESK.tables),
        "reread": _days(tables["audit"], "reread_days"),
        "adults": read_adults(tables["distress"]["adults_of_the_school"]),
        "erased_name_kept": _days(tables["distress"], "erased_name_kept_days"),
        "meeting": timedelta(hours=tables["levels"].get("new_bot_hours", 24)),  # the release before lacks it
    }


def _agree(policy: Policy) -> None:
    """Raises `ValueError` where two settings contradict each other: what is still needed would be deleted."""
    kept, life = policy.retention.kept, policy.linking.life
    given = timedelta(minutes=policy.linking.visible_minutes)
    links, conversations = max(life[Way.SHEET], life[Way.MESSAGE]), max(span.life for span in policy.waits.values())
    for holds, words in (
        (kept["invitations"] > policy.linking.again, _longer("invitations", "again_days in linking.toml")),
        (kept["handouts"] >= links, _longer("handouts", "`sheet` and `message` in linking.toml: see [life]")),
        (kept["drafts"] > conversations, _longer("drafts", "each life_hours in conversations.toml")),
        (kept["audit"] >= policy.reread, _longer("audit", "reread_days in audit.toml")),
        (kept["causes"] >= _REPEATED, _longer("causes", "a day: Telegram brings an update back for so long")),
        (kept["events"] >= _COUNTED, _longer("events", "an hour: quotas count what was done in it")),
        (kept["interventions"] >= _COUNTED, _longer("interventions", "an hour: quotas count what was done in it")),
        (life[Way.GIVEN] >= given, "linking.toml must have [life] `given` last at least as long as visible_minutes"),
    ):
        if not holds:
            raise ValueError(f"the operator's tables: {words}")


def _longer(kind: str, than: str) -> str:
    return f"retention.toml must keep `{kind}` for longer than {than}"


def _codes(table: Mapping[str, Any]) -> Codes:
    """How codes are shown; raises `ValueError` where a number is below 1, or a code would be shown for over a day."""
    if wrong := sorted(name for name, number in table.items() if not (isinstance(number, int) and number >= 1)):
        raise ValueError(f"codes.toml: {', '.join(wrong)} must be a whole number, 1 or more")
    codes = Codes(**table)
    if codes.visible_minutes > _LONGEST_SHOWN:
        raise ValueError(f"codes.toml: visible_minutes must be at most {_LONGEST_SHOWN}: Telegram deletes none later")
    return codes


def _days(table: Mapping[str, Any], name: str) -> timedelta:
    """That number of days; raises `ValueError` where it is below 1."""
    if table[name] < 1:
        raise ValueError(f"{name} must be 1 or more")
    return timedelta(days=table[name])


def _quotas(table: Mapping[str, Any]) -> Quotas:
    """The quotas; raises `ValueError` where a number is below 1."""
    if low := [f"{part}.{name}" for part, numbers in table.items() for name, most in numbers.items() if most < 1]:
        raise ValueError(f"quotas must be above 0: {low}")
    mine = [{one: most for one, most in table[name].items() if one != "alarms"} for name in _EACH]
    pupils, adults, agents = (Quota(**one) for one in mine)
    few, chats = table["strangers"], table["chats"]
    return Quotas(pupils, adults, agents, few["all"], few["each"], few["groups"], chats["waiting"])


def _span(line: Mapping[str, Any]) -> Span:
    span = Span(timedelta(minutes=line["attention_minutes"]), timedelta(hours=line["life_hours"]))
    if not timedelta(0) < span.attention <= span.life:
        raise ValueError(f"attention must be above 0, and not longer than life: {dict(line)!r}")
    return span


def _tier(line: Mapping[str, Any]) -> Tier:
    return Tier(
        Level(line["level"]),
        line["name"],
        Kind(line["kind"]),
        line["who"],
        line["contact"],
        frozenset(Audience(name) for name in line["serves"]),
        {Audience(name): frozenset(some) for name, some in line.get("only", {}).items()},
        line["days"],
    )


def _charter(text: Mapping[str, Any]) -> Charter:
    return Charter(text["version"], {language: words for language, words in text.items() if language != "version"})
