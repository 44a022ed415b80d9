"""Wrong courses as data: see README.md."""
