"""One module per layout, each with one function that turns a `Story` into a `Brief`."""
