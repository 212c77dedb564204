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
    DELETED = "deleted"  #: pre-deleted: until somebody restores it, nothing can be done to it
    FED = "fed"  #: the feed brings its data: they are changed where it comes from
    NO_MAIL = "no-mail"  #: the account has no e-mail address
    REFUSED = "refused"  #: the ENT gave no reason
    UNREACHABLE = "unreachable"  #: down or too slow; nothing was changed
    GARBLED = "garbled"  #: its answer is not what its contract describes
    CREDENTIALS = "credentials"  #: the bot's own account cannot log in: its login or password is refused
    HTTPS = "https"  #: the ENT sends the bot from http:// to https://
    ADDRESS = "address"  #: there is no ENT at the address that the bot was given
    MFA = "mfa"  #: the bot's own account must confirm its identity by a code
    NOT_READY = "not-ready"  #: the bot's own account must change its password, accept the charter, check its address
