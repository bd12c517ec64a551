"""deckc: compile Slidev decks."""
