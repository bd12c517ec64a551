"""Load the parser of JavaScript: tree-sitter's, with its grammar as the package tree_sitter_javascript has it.

The package's own `__init__` also loads what reads its query files, which nobody asks for here: `importlib.resources`,
and with it temporary files, random numbers and three kinds of compression, 5 of a cold build's 250 ms. So the
binding in it is loaded alone.
"""

from __future__ import annotations

from functools import cache
from importlib.machinery import PathFinder
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import ModuleType

    from tree_sitter import Parser

_PACKAGE = "tree_sitter_javascript"


@cache
def javascript_parser() -> Parser:
    """Return the parser; the same one every time."""
    import tree_sitter

    binding: Any = _binding() or _whole_package()
    return tree_sitter.Parser(tree_sitter.Language(binding.language()))


def _binding() -> ModuleType | None:
    """Return the package's module that holds the grammar; None where it is no file in the package's folder."""
    package = PathFinder.find_spec(_PACKAGE)
    folders = package.submodule_search_locations if package else None
    found = PathFinder.find_spec(f"{_PACKAGE}._binding", folders) if folders else None
    if found is None or found.loader is None:
        return None
    module = found.loader.create_module(found)
    if module is not None:
        found.loader.exec_module(module)
    return module


def _whole_package() -> ModuleType:
    import tree_sitter_javascript

    return tree_sitter_javascript
