"""What Slidev adds to Markdown: one file for each extension, listed in `dialect.SYNTAX`."""
