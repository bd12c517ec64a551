"""Decks that use components as real decks do; `benchmarks/vue_decks.py` compares them with Slidev."""
