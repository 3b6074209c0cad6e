"""Run the command: ``python -m antinomy``."""

from antinomy.cli import main

if __name__ == "__main__":
    main()
