"""`deckc export`: a browser shows the built page, and what it shows becomes a file.

`formats.py` lists the forms, `run.py` exports a deck; docs/architecture.md shows how the modules meet.
"""
