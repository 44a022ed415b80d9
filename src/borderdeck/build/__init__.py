"""From bytes to an edition's folder, in one step."""
