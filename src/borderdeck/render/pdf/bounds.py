"""Jinja2's sandbox with bounds: what a template makes, and how much work it may take.

The sandbox keeps a template from Python's insides. It says nothing of memory: `"x" * 10 ** 10`, a
text doubled forty times or a filter that pads to a million columns are all allowed. Here all that
makes a text or goes round a loop spends from a budget; what could make a large one at a stroke is
weighed before it does. How long a template may take is `borderdeck.render.pdf.deadline`'s matter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

from borderdeck.render.pdf.budget import CONTAINERS, LARGEST, STEP, printable, refuse_over, spend
from borderdeck.render.pdf.filters import filters, formatted, of_texts, refuse_wide

if TYPE_CHECKING:
    from collections.abc import Callable

    from jinja2 import Template

MOST_BITS = 4096
"""Of a number that is multiplied or raised to a power."""

GLOBALS = frozenset({"range", "dict", "namespace", "cycler", "joiner"})

ENLARGING = frozenset(
    {
        "center",
        "expandtabs",
        "format_map",
        "join",
        "ljust",
        "replace",
        "rjust",
        "to_bytes",
        "translate",
        "zfill",
    }
)
"""Methods of texts and numbers whose result may be far larger than what they are given."""


class BoundedEnvironment(ImmutableSandboxedEnvironment):
    """The environment of papers' templates."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def __init__(self, **options: Any) -> None:
        super().__init__(finalize=printable, **options)
        self._lengths: dict[str | None, int] = {}
        self.globals = {name: self.globals[name] for name in GLOBALS}
        self.filters = filters()

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        self._lengths[name] = len(source)
        return _Bounding(self).visit(super()._parse(source, name, filename))  # type: ignore[no-any-return]  # - Jinja2's own looseness

    def _load_template(self, name: str, globals: Any) -> Template:  # noqa: A002 - Jinja2's signature
        template = super()._load_template(name, globals)
        spend(STEP + self._lengths.get(name, 0))
        return template

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Weigh an operation by what it is about to make."""
        if operator == "%" and isinstance(left, str):
            return formatted(left, *(right if isinstance(right, tuple) else (right,)))
        if operator == "+" and isinstance(left, str) != isinstance(right, str):
            printable(right if isinstance(left, str) else left)
        refuse_over(LARGEST, _size_of_result(operator, left, right))
        spend(STEP)
        return super().call_binop(context, operator, left, right)

    def call(self, *arguments: Any, **named: Any) -> Any:
        """Call, and pay for the text that comes back."""
        spend(STEP)
        result = super().call(*arguments, **named)
        return printable(result) if isinstance(result, str) else result

    def is_safe_callable(self, obj: Any) -> bool:
        """Refuse methods that enlarge what they are given."""
        owner = getattr(obj, "__self__", None)
        enlarges = isinstance(owner, (str, bytes, int)) and obj.__name__ in ENLARGING
        return not enlarges and super().is_safe_callable(obj)

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Refuse formats that pad to thousands of columns, and to fill in what is no text."""
        wrapped = super().wrap_str_format(value)
        if wrapped is None:
            return None
        refuse_wide(value.__self__)
        return of_texts(wrapped)


class _Bounding(NodeTransformer):
    """Puts a scale where a template goes round a loop, compares, or makes a text of parts."""

    def __init__(self, environment: BoundedEnvironment) -> None:
        self._environment = environment

    def _through(self, name: str, node: nodes.Node | None, at: nodes.Node, *more: int) -> Any:
        arguments = [nodes.Const(each, lineno=at.lineno) for each in more]
        made = nodes.Filter(node, name, arguments, [], None, None, lineno=at.lineno)
        return made.set_environment(self._environment)

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802 - Jinja2 looks it up by this name
        self.generic_visit(node)
        words = sum(len(each.data) for each in node.find_all(nodes.TemplateData))
        node.iter = self._through("_counted", node.iter, node, STEP + words)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        return self._through("_joined", nodes.List(node.nodes, lineno=node.lineno), node)  # type: ignore[no-any-return]  # - as above

    def visit_AssignBlock(self, node: nodes.AssignBlock) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        node.filter = self._through("_text", node.filter, node)
        return node

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802 - as above
        self.generic_visit(node)
        node.expr = self._through("_weighed", node.expr, node)
        for operand in node.ops:
            operand.expr = self._through("_weighed", operand.expr, node)
        return node


def _size_of_result(operator: str, left: Any, right: Any) -> int:
    """Give the characters or items that an operation makes; of a number, as it would be written."""
    if operator == "+":
        return _length(left) + _length(right)
    if operator == "*":
        return max(
            _length(left) * _number(right), _length(right) * _number(left), _bits(left, right)
        )
    return _bits(left, 1) * _number(right) * (LARGEST // MOST_BITS) if operator == "**" else 0


def _bits(left: Any, right: Any) -> int:
    """Give the bits of a product as a part of `LARGEST`, which `MOST_BITS` of them are."""
    if not (isinstance(left, int) and isinstance(right, int)):
        return 0
    return (left.bit_length() + right.bit_length()) * (LARGEST // MOST_BITS)


def _length(value: Any) -> int:
    return len(value) if isinstance(value, (str, bytes, *CONTAINERS)) else 0


def _number(value: Any) -> int:
    return abs(value) if isinstance(value, int) else 0
