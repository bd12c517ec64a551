"""The values that flow from stage to stage (docs/architecture.md)."""
