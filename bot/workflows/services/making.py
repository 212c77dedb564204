"""Making a link: asked of the ENT once, looked for where its answer was lost, then given to profiles."""

from __future__ import annotations

from collections.abc import Collection

from bot.ent.services import Service, ServiceKind
from bot.terms import Declined, InDoubt, Notice, Profile, Unavailable
from bot.workflows.desk import Caller, Desk
from bot.workflows.services import saving
from bot.workflows.services.draft import Draft, Task
from bot.workflows.services.saving import Intended


async def make(desk: Desk, cause: str, caller: Caller, draft: Draft) -> Notice:
    """Has the ENT make the link, and give it to the profiles that were chosen; returns the receipt.

    Where its answer was lost and the link is not there when it is looked for, it may still come: nothing is asked
    again. Where it was made and not given, the receipt says so: its card does the rest.
    """
    profiles = [*map(Profile, draft.chosen)]

    async def do() -> tuple[str, bool]:
        made = await _made(desk, draft)
        return made, await _given(desk, draft.school, made, profiles)

    intended = Intended(Task.CREATE, draft.name, draft.school, {"given": draft.chosen})
    number, (made, given) = await saving.carry_out(desk, cause, caller, intended, do)
    said = Notice("link_made", draft.told | {"profiles": draft.chosen, "given": given})
    facts = {"service": made, "failed": 0 if given else len(profiles)}
    return await desk.act(f"deed:{number}", caller, saving.done, number, draft, said, facts)


async def _made(desk: Desk, draft: Draft) -> str:
    """The link that the ENT made, or that it turns out to have made; raises what was lost where nobody can tell."""
    before = {one.id for one in _same(await desk.directory.services(draft.school), draft)}
    try:
        return await desk.directory.create_link(draft.school, draft.name, draft.address)
    except (InDoubt, Unavailable) as lost:
        try:
            found = _same(await desk.directory.services(draft.school), draft)
        except (Declined, Unavailable):
            raise lost from None
        fresh = [one.id for one in found if one.id not in before]
        if len(fresh) != 1:
            raise
        return fresh[0]


def _same(services: Collection[Service], draft: Draft) -> list[Service]:
    """The links of the school itself that bear the name and lead to the address of the draft."""
    links = [one for one in services if one.kind is ServiceKind.LINK and one.owner == draft.school]
    return [one for one in links if (one.name, one.address) == (draft.name, draft.address)]


async def _given(desk: Desk, school: str, link: str, profiles: Collection[Profile]) -> bool:
    """Gives the link to these profiles; False where the ENT did not do it, or not surely."""
    try:
        await desk.directory.offer(school, link, profiles, ())
    except (Declined, InDoubt, Unavailable):
        return False
    return True
