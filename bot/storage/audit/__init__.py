"""The audit: one line for each act and each look at somebody else's card, chained by hashes.

`lines` has the line and its hashes, `appending` writes lines at the end of a transaction, and `walking` verifies the
whole chain. An erasure blanks lines (`bot.storage.erasing`), the retention period deletes the oldest
(`bot.storage.purging.cutting`), and `bot.storage.journal` reads them.
"""

from __future__ import annotations

from bot.storage.audit.lines import Line as Line
