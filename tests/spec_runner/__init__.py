"""Runs the cases of tests/spec/**/*.spec.md; the format is described in tests/spec/README.md."""
