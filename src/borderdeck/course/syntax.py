"""Say in plain words why a file is not YAML.

PyYAML's own messages speak of block mappings and simple keys; `syntax_rules` says it otherwise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from borderdeck.course.syntax_fault import SyntaxFault
from borderdeck.course.syntax_rules import RULES, unexplained

if TYPE_CHECKING:
    from borderdeck.course.nodes import Lines
    from borderdeck.diagnostics import Diagnostic


def explain(text: str, lines: Lines, error: yaml.YAMLError) -> Diagnostic:
    """Put a parser's error in plain words; `lines` are the text's."""
    fault = _fault(text, lines, _pure_error(text) or error)
    explanations = (rule(fault) for rule in RULES)
    return (next((e for e in explanations if e), None) or unexplained(fault)).diagnostic


def _pure_error(text: str) -> yaml.YAMLError | None:
    """Let PyYAML's own parser find the fault: unlike libyaml's it names what it found."""
    try:
        for _ in yaml.parse(text, yaml.SafeLoader):
            pass
    except yaml.YAMLError as error:
        return error
    except (ValueError, OverflowError):
        pass  # it trips over escapes of characters that do not exist; libyaml says so
    return None


def _fault(text: str, lines: Lines, error: yaml.YAMLError) -> SyntaxFault:
    problem = getattr(error, "problem", None) or str(error)
    mark = getattr(error, "problem_mark", None)
    began = getattr(error, "context_mark", None)
    return SyntaxFault(
        lines=lines,
        problem=problem,
        place=(mark.line, mark.column) if mark else (0, 0),
        context=getattr(error, "context", None) or "",
        began=(began.line, began.column) if began else None,
        previous=_last_token_before(text, mark),
    )


def _last_token_before(text: str, mark: Any) -> Any:
    last = None
    try:
        for token in yaml.scan(text, yaml.SafeLoader):
            if mark is None or token.end_mark.index > mark.index:
                break
            last = token if token.end_mark.index > token.start_mark.index else last
    except (yaml.YAMLError, ValueError, OverflowError):
        pass  # the fault itself; what came before it has been seen
    return last
