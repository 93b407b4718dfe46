"""Short names of the kinds of properties and arguments."""

from briefgraph.graph.shapes import Kind

ID, STRING, INT, FLOAT, BOOLEAN = Kind.ID, Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN
DATETIME, STRINGS, IDS, OFFSET = Kind.DATETIME, Kind.STRINGS, Kind.IDS, Kind.OFFSET
