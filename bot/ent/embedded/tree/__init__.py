"""What a file of structures changes in the embedded ENT: its records compared with the tree there is, and written."""

from __future__ import annotations

from bot.ent.embedded.tree.planting import plant as plant
