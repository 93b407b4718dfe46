"""From what is written to whom and what it means: outlets, people, claims.

Pure functions of the text and of the data files beside them. Nothing here looks at the graph, so that the
same briefs give the same identities in any order.
"""
