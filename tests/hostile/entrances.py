"""Every entrance, by name: `make test` feeds each a little, `make fuzz` at length."""

from __future__ import annotations

from tests.hostile.directory import directory
from tests.hostile.house import HOUSES, house
from tests.hostile.readers import READERS
from tests.hostile.shape import Opened, reader
from tests.hostile.telegram import telegram
from tests.hostile.webhook import webhook

ENTRANCES: dict[str, Opened] = {
    **{name: reader(*given) for name, given in READERS.items()},
    **{name: house(*given) for name, given in HOUSES.items()},
    "ent": directory,
    "telegram": telegram,
    "webhook": webhook,
}
