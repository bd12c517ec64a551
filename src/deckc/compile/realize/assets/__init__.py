"""Addresses of files in a deck -> tokens, and the files behind them.

![](./logo.png)  ->  <img src="deckc-asset:0123456789abcdef">, {"deckc-asset:0123456789abcdef": Asset(...)}
"""

from deckc.compile.realize.assets.places import Places, places_of
from deckc.compile.realize.assets.shelf import AssetShelf
from deckc.compile.realize.assets.slides import place_assets

__all__ = ["AssetShelf", "Places", "place_assets", "places_of"]
