"""Make the course's handouts in one process, and print the CPU milliseconds of each, as JSON.

Run by `papers.py`. The first is made before the clock is looked at: what is measured is a further
one. Those of single sessions are counted, each one page; each is made once, with words of its own.
"""

from __future__ import annotations

import json
import sys
import time

from handouts import TEMPLATE, plans

from borderdeck.render.pdf import PdfEngine
from borderdeck.workspace import Workspace

if __name__ == "__main__":
    engine = PdfEngine(Workspace())
    first, *further, _ = plans()
    engine.render(first, TEMPLATE)
    taken = []
    for plan in further:
        started = time.process_time()
        engine.render(plan, TEMPLATE)
        taken.append((time.process_time() - started) * 1000)
    json.dump(taken, sys.stdout)
