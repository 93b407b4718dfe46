"""The graph and its engines: the only package that knows a query language."""
