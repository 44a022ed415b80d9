"""The parts of the deck template that ships with borderdeck, as `docs/look.md` describes it."""
