"""What goes wrong with templates."""

from __future__ import annotations

SAVE_AGAIN = "open it in PowerPoint and save it again as .pptx"


class TemplateLacksError(LookupError):
    """A plan names a layout or a placeholder that the template has not."""


class UnreadableTemplateError(Exception):
    """A file cannot be a deck's template: says why, and in `hint` what to do."""

    def __init__(self, message: str, hint: str = SAVE_AGAIN) -> None:
        super().__init__(message)
        self.hint = hint
