"""From an edition to plans of its documents: what will be drawn, in which box."""
