"""From the course to an edition of it: every string final."""
