"""Draw what is written in Vue: what a runner shows, with the deck's own content in its places. Loaded on need."""
