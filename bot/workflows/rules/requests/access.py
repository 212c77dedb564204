"""Who may do what to a request. A stranger does not even learn whether it exists."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.terms import Act, Level, Part, Person, Profile, Refusal, Request, Role, Status, Structure
from bot.workflows.rules.accounts.administration import administers
from bot.workflows.rules.requests.routing import DANGER
from bot.workflows.rules.rights import since_barred

_AGENT = {
    Act.TAKE,
    Act.ANSWER,
    Act.ASK,
    Act.RELEASE,
    Act.HAND,
    Act.CORRECT,
    Act.MOVE,
    Act.ESCALATE,
    Act.SEND_BACK,
    Act.RESOLVE,
    Act.MERGE,
}
_REQUESTER = {Act.CONFIRM, Act.WITHDRAW, Act.ERASE}
_CORRECTING = {Act.CORRECT, Act.MOVE}
_HIDING = {Act.WITHDRAW, Act.CORRECT, Act.MOVE}  #: acts by which whoever holds a child's phone could hide their call
_TO_THE_SCHOOL = {Act.CORRECT, Act.MOVE, Act.MERGE, Act.SEND_BACK}  #: acts by which a school may come to read it


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person is to a request."""

    requester: bool  #: the requester, or the filer who wrote it for them
    agent: bool  #: an agent of the desk where it is
    holder: bool
    reader: bool  #: an agent of its school, or of a desk where it has been; never the requester
    sender: bool  #: a reader who escalated it or sent it back
    follower: bool  #: their own request was merged into it

    @property
    def reads(self) -> bool:
        """Whether they may read the exchange."""
        return self.requester or self.agent or self.reader

    @property
    def reads_notes(self) -> bool:
        """Whether they may read the agents' internal notes: the requester never may."""
        return self.reader or (self.agent and not self.requester)


def standing(person: Person, request: Request, parts: Collection[Part] = ()) -> Standing:
    """What that person is to the request; `parts` are their own parts among the parties of the request.

    Somebody whose account cannot log in is at most the requester of what `open_to` them. A pupil who waits for a yes
    is at most that of their calls for help. To the people of a school, a call told outside it does not exist.
    """
    own = person.id == request.requester
    if not own and of_school(person, request.outside):
        return Standing(*(False,) * 6)
    if person.waits and request.category != DANGER:
        return Standing(*(False,) * 6)
    if person.barred:
        return Standing(own and open_to(person, request), *(False,) * 5)
    roles = set(person.roles)
    school = Role(Level.SCHOOL, request.place.id)
    reader = not own and (school in roles or not roles.isdisjoint(request.visited))
    return Standing(
        requester=own or person.id == request.filer,
        agent=request.at in roles,
        holder=person.id == request.holder,
        reader=reader,
        sender=reader and Part.SENDER in parts,
        follower=Part.FOLLOWER in parts,
    )


def open_to(person: Person, request: Request) -> bool:
    """Whether a request of the person's own is open to them, whatever the ENT did to their account meanwhile.

    A call for help always is: nobody silences it by blocking its author. Any other as `rights.since_barred` says.
    """
    return request.category == DANGER or since_barred(person, request.created_at)


def of_school(person: Person, schools: Collection[Structure]) -> bool:
    """Whether the person works in one of these schools, or answers for it; False where there are none."""
    ids = {school.id for school in schools}
    works = person.profile not in (Profile.STUDENT, Profile.RELATIVE)
    return any(role.structure in ids for role in person.roles) or (works and any(p.id in ids for p in person.places))


def hidden(person: Person, requests: Iterable[Request]) -> tuple[str, ...]:
    """The schools that these requests left and that the person does not answer for: what agents wrote there stays."""
    return tuple({place.id: None for one in requests for place in one.left if not administers(person, place)})


def adrift(request: Request, requester: Person) -> bool:
    """Whether the request is about a school that its requester has left.

    Not where an agent chose that school although it was none of the requester's.
    """
    return not request.pinned and request.place.id not in {place.id for place in requester.places}


def check(act: Act, mine: Standing, request: Request) -> None:
    """Raises a `Refusal` where somebody of that standing may not do that; for a stranger, "no such request"."""
    if not (mine.reads or mine.follower):
        raise Refusal("unknown-request", number=request.number)
    if act is Act.READ:
        return
    if not mine.reads:
        raise Refusal("follower-only", number=request.number, into=request.number)
    if not _may(act, mine, request):
        raise _refusal(act, mine, request)
    if request.category == DANGER and act in _HIDING and not mine.agent:
        raise Refusal("call-stays", number=request.number)
    if request.outside and act in _TO_THE_SCHOOL and not (act is Act.SEND_BACK and request.level > request.entry):
        raise Refusal("outside-school", number=request.number)


def _may(act: Act, mine: Standing, request: Request) -> bool:
    if act is Act.RELEASE:
        return mine.agent and mine.holder
    if act is Act.HAND:  # what nobody holds, any agent of the desk may hand to a colleague
        return mine.agent and (mine.holder or request.holder is None)
    if act in _CORRECTING:
        return mine.agent or (mine.requester and request.status is Status.NEW)
    if act in _AGENT:
        return mine.agent
    if act in _REQUESTER:
        return mine.requester
    if act is Act.REPLY:
        return mine.requester or mine.sender
    if act is Act.REOPEN:
        return mine.requester or mine.agent
    return act is Act.NOTE and mine.reads_notes


def _refusal(act: Act, mine: Standing, request: Request) -> Refusal:
    if act in _REQUESTER:
        return Refusal("requester-only", number=request.number)
    if act in (Act.RELEASE, Act.HAND) and mine.agent:
        return Refusal("holder-only", number=request.number)
    if act in _CORRECTING and mine.requester:
        return Refusal("correct-too-late", number=request.number, status=request.status.value)
    if mine.reader:
        return Refusal("elsewhere", number=request.number, level=int(request.level))
    return Refusal("agents-only", number=request.number)
