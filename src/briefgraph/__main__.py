"""`python -m briefgraph`: the command line, where its script is not on the path."""

from briefgraph.cli import main

if __name__ == "__main__":
    main()
