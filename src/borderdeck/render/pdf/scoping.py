"""A paper's own style sheet inside a packet, where it holds for that paper alone."""

from __future__ import annotations

from typing import Any

from cssselect2 import ElementWrapper, Matcher


class ScopedMatcher(Matcher):  # type: ignore[misc]  # - cssselect2 ships no types
    """Selectors that match what stands inside an element of one class, and nothing else.

    What is said of the root, such as a paper's measures, holds for that element instead.
    """

    def __init__(self, scope: str) -> None:
        super().__init__()
        self._scope = scope

    def add_selector(self, selector: Any, payload: Any) -> None:
        """Take a compiled selector, and have it look where an element stands."""
        matches = selector.test
        if selector.local_name == "html":
            selector.class_name = self._scope  # by which it is looked up
            selector.test = lambda element: self._has(element) and matches(_root_of(element))
        else:
            selector.test = lambda element: matches(element) and self._is_inside(element)
        super().add_selector(selector, payload)

    def _is_inside(self, element: ElementWrapper) -> bool:
        return self._has(element) or any(map(self._has, element.ancestors))

    def _has(self, element: ElementWrapper) -> bool:
        return self._scope in element.classes


def _root_of(element: ElementWrapper) -> ElementWrapper:
    while element.parent is not None:
        element = element.parent
    return element
