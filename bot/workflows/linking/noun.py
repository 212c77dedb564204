"""Declares the noun linking."""

from __future__ import annotations

from bot.workflows.declaring import AGENTS, SCHOOL, Chore, Command, Lane, Noun
from bot.workflows.linking import giving, inviting, mailings, sending
from bot.workflows.rules.accounts.administration import GIVE_LINKS

NOUN = Noun(
    "linking",
    commands=(
        Command("lien", 29, GIVE_LINKS),
        Command("inviter", 31, SCHOOL),
        Command("adoption", 34, AGENTS, each=True),
    ),
    conversations=(giving.LINK.talk, inviting.INVITE),
    screens={"mailing": mailings.screen},
    chores=(Chore(Lane.ENT, sending.advance, sending.until_next),),
)
