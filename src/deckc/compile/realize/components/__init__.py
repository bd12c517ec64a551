"""Replace components by what they show (spec 5.10, rule 12, and section 10).

    <Link to="3">on</Link>  ->  <a href="#/3" data-dc-link="3">on</a>

A built-in is one function in one file of this folder, entered in `builtin.py`; what it takes stands in `../declared.py`,
and tests/contract/test_component_cases.py wants a spec case for each of its props. It is handed its element with the
content as written and returns nodes that hold no components any more.
"""

from deckc.compile.realize.components.expand import Expander

__all__ = ["Expander"]
