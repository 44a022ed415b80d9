"""Run `borderdeck`, or `python -m borderdeck`."""

from borderdeck.cli.main import main

if __name__ == "__main__":
    main()
