from __future__ import annotations

import tree_sitter
import tree_sitter_javascript

from deckc.expression import grammar


def test_the_binding_alone_is_the_grammar_of_the_whole_package() -> None:
    whole = tree_sitter.Language(tree_sitter_javascript.language())
    alone = grammar._binding()

    assert alone is not None
    assert tree_sitter.Language(alone.language()) == whole


def test_where_the_binding_is_not_found_the_package_is_loaded() -> None:
    assert grammar._whole_package() is tree_sitter_javascript
