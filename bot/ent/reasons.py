"""Why an ENT may decline a call: the reasons that `Declined` carries, shared by every noun of the port."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why the ENT declined. From `REFUSED` on, the cause is on the operator's side, not on the person's."""

    FORBIDDEN = "forbidden"  #: the bot may not act on this account, or not in this structure
    GONE = "gone"  #: no such account or report, or no longer
    INACTIVE = "inactive"  #: never activated: it has an activation code instead
    ACTIVE = "active"  #: activated already: it has no activation code
    FEDERATED = "federated"  #: enters through ÉduConnect or the académie's portal, and so can have no code
    UNKEPT = "unkept"  #: nothing would keep the account: it must be attached elsewhere first
    DELETED = "deleted"  #: pre-deleted: until somebody restores it, nothing can be done to it
    ELSEWHERE = "elsewhere"  #: it administers what the bot does not, which the ENT would end
    FED = "fed"  #: the feed brings its data: they are changed where it comes from
    NO_MAIL = "no-mail"  #: the account has no e-mail address
    PROFILES = "profiles"  #: of two profiles: one account a role
    BOTH_ACTIVE = "both-active"  #: both accounts of the pair are activated
    SAME_FEED = "same-feed"  #: the same feed has both accounts of the pair
    BLOCKED = "blocked"  #: an account of the pair is blocked
    APART = "apart"  #: the two accounts are no pair, or no longer
    OTHER_KEPT = "other-kept"  #: the ENT would keep the other account of the pair
    AUTOMATIC = "automatic"  #: the group follows the people of the school: nobody changes it by hand
    LOCKED = "locked"  #: the ENT's operator keeps it as it is
    LINKED = "linked"  #: rules of communication need the members of the group to write to each other
    RESERVED = "reserved"  #: only those who administer the whole ENT may do that
    TAKEN = "taken"  #: something of that name is there already
    INHERITED = "inherited"  #: it is a structure's above, which alone changes it
    REFUSED = "refused"  #: the ENT gave no reason
    UNREACHABLE = "unreachable"  #: down or too slow; nothing was changed
    GARBLED = "garbled"  #: its answer is not what its contract describes
    CREDENTIALS = "credentials"  #: the bot's own account cannot log in: its login or password is refused
    HTTPS = "https"  #: the ENT sends the bot from http:// to https://
    ADDRESS = "address"  #: there is no ENT at the address that the bot was given
    MFA = "mfa"  #: the bot's own account must confirm its identity by a code
    NOT_READY = "not-ready"  #: the bot's own account must change its password, accept the charter, check its address
