"""Configuration: headmatter and theme in, typed settings out."""

from deckc.compile.realize.config.read import read_config

__all__ = ["read_config"]
