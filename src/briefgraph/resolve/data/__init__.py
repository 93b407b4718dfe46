"""Names and words, as YAML: read through importlib.resources, never by path."""
