"""Declares the noun people."""

from __future__ import annotations

from bot.workflows.declaring import Chore, Command, Lane, Noun
from bot.workflows.people import consents, erasing, leaving, redrawing, rights, speaking

NOUN = Noun(
    "people",
    commands=(
        Command("start", 1, early=True),
        Command("charte", 11, each=True, early=True, barred=True),
        Command("langue", 12, early=True),
        Command("mesdonnees", 13, each=True, early=True, barred=True),
    ),
    screens={"said": redrawing.said, "withdrawn": redrawing.withdrawn, "page_over": redrawing.page_over},
    events=(leaving.ERASED, leaving.CALL_ERASED),
    chores=(
        Chore(Lane.ENT, rights.refresh),
        Chore(Lane.TIME, erasing.go_on, erasing.until_through),
        Chore(Lane.TIME, speaking.renew_menus),
        Chore(Lane.TIME, consents.renew),
        Chore(Lane.TIME, leaving.forget_names),
    ),
)
