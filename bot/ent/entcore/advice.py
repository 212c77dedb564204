"""What an operator is advised to do about each reason for which a real ENT does not let the bot work."""

from __future__ import annotations

from collections.abc import Mapping

from bot.ent.reasons import Reason

ADVICE: Mapping[Reason, str] = {
    Reason.CREDENTIALS: "the login is refused: check PALIER_ENTCORE_LOGIN and PALIER_ENTCORE_PASSWORD, and that the "
    "account is activated and not blocked",
    Reason.HTTPS: "PALIER_ENTCORE_URL must begin with https://: the ENT sends there whoever comes with http://",
    Reason.ADDRESS: "no ENT ONE is at PALIER_ENTCORE_URL: give the address of its home page, with no path behind the "
    "name, and the name that the ENT itself uses",
    Reason.MFA: "a confirmation by code (MFA) is asked for: have the platform set ignoreMFA on every structure of "
    "the bot's account",
    Reason.NOT_READY: "the account is not ready: log in with it once, by hand, and do what the ENT asks for",
    Reason.FORBIDDEN: "the account may not: make it local administrator (ADML) of the structures to serve",
    Reason.REFUSED: "refused without a reason: is the account local administrator (ADML) of a structure?",
    Reason.UNREACHABLE: "no answer in time: check PALIER_ENTCORE_URL, the network, and the ENT itself",
    Reason.GARBLED: "an answer that no ENT ONE gives: check PALIER_ENTCORE_URL",
    Reason.GONE: "no such page: check PALIER_ENTCORE_URL",
}
