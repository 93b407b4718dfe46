"""The rules that a document is validated by: the specification's, with one of them bounded.

Whether fields of one response key can be merged is found by comparing pairs: 160 times the same list in 3 kB took
0.2 s. The library bounds that at 500,000 steps; a document of the documentation takes at most eight.
"""

from graphql import NoSchemaIntrospectionCustomRule, OverlappingFieldsCanBeMergedRule, ValidationContext, specified_rules
from graphql.validation import ASTValidationRule

COMPARING = 10_000  # steps, which take 5 to 25 ms; thirty fragments on one object, each with an object of its own


class Merging(OverlappingFieldsCanBeMergedRule):
    """Fields of one response key can be merged, as far as it is found out in so many steps."""

    def __init__(self, context: ValidationContext) -> None:
        super().__init__(context)
        self.rule_context.remaining_complexity_budget = COMPARING


RULES: tuple[type[ASTValidationRule], ...] = tuple(
    Merging if rule is OverlappingFieldsCanBeMergedRule else rule for rule in specified_rules
)
CLOSED_RULES = (*RULES, NoSchemaIntrospectionCustomRule)  # where the schema is not told
