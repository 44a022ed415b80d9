"""The command line: it parses, calls one function of borderdeck, and prints what comes back."""
