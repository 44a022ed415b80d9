"""What was typed, as the commands get it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderdeck.build.press import Press


class Asked:
    """The words that were typed, and a process that was started ahead to render for them."""

    def __init__(self, arguments: Sequence[str], ahead: Press | None = None) -> None:
        self.arguments = arguments
        self.ahead = ahead
