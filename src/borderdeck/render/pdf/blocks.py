"""Blocks of templates that extend others, and that none of those has: Jinja2 leaves them out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import nodes
from msgspec import Struct
from msgspec.structs import replace

from borderdeck.course.spelling import suggestion
from borderdeck.diagnostics import Code, Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from jinja2 import Environment

    from borderdeck.diagnostics import Position
    from borderdeck.render.pdf.folders import TemplateFolders


class Blocks(Struct):
    """Tells of blocks in vain; `texts` are the templates that were filled in, by their names."""

    sources: TemplateFolders
    environment: Environment
    texts: Mapping[str, str]

    def in_vain(self, template: str) -> Iterator[Diagnostic]:
        """Tell of each outermost block that nothing shows which this template extends."""
        tree = self._tree(template)
        parents = _extended(tree)
        ancestors = tuple(self._ancestors(parents))
        if not parents or not all(name in self.texts for name in ancestors):
            return
        above = [self._tree(name) for name in ancestors]
        known = tuple(dict.fromkeys(b.name for each in above for b in each.find_all(nodes.Block)))
        called = {name for each in (tree, *above) for name in _called(each)}
        for block in _outermost(tree):
            if block.name not in known and block.name not in called:
                yield self._told(template, block, parents[0], known)

    def _ancestors(self, names: Iterable[str]) -> Iterator[str]:
        for name in names:
            yield name
            yield from self._ancestors(_extended(self._tree(name)))

    def _tree(self, template: str) -> nodes.Template:
        return self.environment.parse(self.texts.get(template, ""))

    def _told(
        self, template: str, block: nodes.Block, parent: str, known: tuple[str, ...]
    ) -> Diagnostic:
        message = f'"{parent}" has no block "{block.name}": what stands in this one is left out'
        hint = suggestion(block.name, known, "its blocks are")
        position = self._position(template, block)
        return Diagnostic(Code.PAPER_TEMPLATE, message, hint, position, Severity.WARNING)

    def _position(self, template: str, block: nodes.Block) -> Position:
        path = self.sources.find(template) or Path(template)
        line = self.sources.line(path, self.texts[template], block.lineno)
        found = re.search(rf"\bblock\s+({re.escape(block.name)})\b", line.text)
        place = found and found.span(1)
        return replace(line, column=place[0] + 1, width=len(block.name)) if place else line


def _extended(tree: nodes.Template) -> list[str]:
    """Name the templates that one extends; a name that is put together is none of a template."""
    named = (node.template for node in tree.find_all(nodes.Extends))
    return [str(each.value) if isinstance(each, nodes.Const) else "" for each in named]


def _outermost(node: nodes.Node) -> Iterator[nodes.Block]:
    """Give the blocks that stand in no other one."""
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Block):
            yield child
        else:
            yield from _outermost(child)


def _called(tree: nodes.Template) -> Iterator[str]:
    """Name the blocks that a template writes by itself, as in `self.content()`."""
    for node in tree.find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "self":
            yield node.attr
