"""Report indicators: their definitions, their values with the four emptinesses, adding reports together.

Knows no report row, no agency and no register: what a number was counted from is the business of the floors above.
"""
