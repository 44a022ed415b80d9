"""From plans to bytes. A renderer writes no file."""
