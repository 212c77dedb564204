"""The process that `produce` starts: sheets come in, a line each, and the document goes out."""

from __future__ import annotations

import sys

from bot.printing.producing import serve

serve(sys.argv[1], sys.stdin.buffer, sys.stdout.buffer)
