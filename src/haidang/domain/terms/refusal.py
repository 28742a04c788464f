"""A refusal: the one way a rule of the programme says no."""


class Refusal(Exception):
    """A rule said no. `code` names the rule and finds the words in the one catalogue; `field` is the input it concerns.

    `values` fill the placeholders of the message; they must never hold personal data.
    """

    def __init__(self, code: str, field: str = "", **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values_by_name = values
