"""The value of an indicator: a number, or one of the emptinesses that are never mixed up with the number 0."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import reduce

from haidang.domain.indicators.catalogue import Indicator, Relation
from haidang.domain.terms.numbers import parse_number
from haidang.domain.terms.refusal import Refusal

# A province of ten million people stays far below; a longer number is a slip of the hand.
LARGEST = Decimal(1_000_000_000)
PLACES = Decimal("0.01")


class Emptiness(StrEnum):
    """Why there is no number. The number 0 ("counted, none") is a number and none of these."""

    NIL = "nil"  # không phát sinh: nothing of the kind arose
    NOT_OURS = "not_ours"  # không thuộc chức năng: it is not this agency's business
    MISSING = "missing"  # chưa báo cáo: nobody has said anything


# When no number is given, the emptiness that says most about what is still unknown stands for the sum.
_WEIGHT = {Emptiness.NOT_OURS: 0, Emptiness.NIL: 1, Emptiness.MISSING: 2}


@dataclass(frozen=True, slots=True)
class Amount:
    """Either `value` (a number ≥ 0) or `emptiness`, never both and never neither."""

    value: Decimal | None = None
    emptiness: Emptiness | None = None

    def __post_init__(self) -> None:
        if (self.value is None) == (self.emptiness is None):
            raise ValueError("an amount is a number or an emptiness")

    def __add__(self, other: "Amount") -> "Amount":
        """Numbers add; a number stands against any emptiness; of two emptinesses: missing, then nil, then not ours."""
        if self.value is not None and other.value is not None:
            return Amount(self.value + other.value)
        if self.value is not None:
            return self
        if other.value is not None:
            return other
        return max(self, other, key=lambda amount: _WEIGHT[amount.emptiness or Emptiness.NOT_OURS])

    @property
    def counts(self) -> bool:
        """True where the agency gave a number, 0 included."""
        return self.value is not None


MISSING = Amount(emptiness=Emptiness.MISSING)
NIL = Amount(emptiness=Emptiness.NIL)
NOT_OURS = Amount(emptiness=Emptiness.NOT_OURS)


def total(amounts: Iterable[Amount]) -> Amount:
    """The sum of what several agencies gave; of nothing at all it is `MISSING`."""
    found = list(amounts)
    return reduce(Amount.__add__, found) if found else MISSING


def of_lines(values: Iterable[Decimal], emptiness: Emptiness | None) -> Amount:
    """The amount of one cell: its declared emptiness, else the sum of its lines, else `MISSING`."""
    if emptiness is not None:
        return Amount(emptiness=emptiness)
    found = list(values)
    return Amount(sum(found, Decimal(0))) if found else MISSING


def read(indicator: Indicator, written: str) -> Decimal | None:
    """The number a person typed ("1.234,5"), None for a blank.

    Raises a Refusal whose field is the indicator's code: `number.unreadable`, `indicator.negative`,
    `indicator.not_whole`, `indicator.too_large`, `indicator.too_fine`.
    """
    if not written.strip():
        return None
    try:
        value = parse_number(written)
    except Refusal as refusal:
        raise Refusal(refusal.code, indicator.code) from refusal
    return checked(indicator, value)


def checked(indicator: Indicator, value: Decimal) -> Decimal:
    """The value, when the indicator can have it; refusals as in `read`."""
    if value < 0:
        raise Refusal("indicator.negative", indicator.code)
    if indicator.whole and value != value.to_integral_value():
        raise Refusal("indicator.not_whole", indicator.code, unit=indicator.unit)
    if value >= LARGEST:
        raise Refusal("indicator.too_large", indicator.code)
    if value != value.quantize(PLACES):
        raise Refusal("indicator.too_fine", indicator.code)
    return value


def doubtful(relations: Iterable[Relation], amounts: Mapping[str, Amount]) -> tuple[Relation, ...]:
    """The relations that do not hold between two numbers given; they are worth a look and never a reason to stop."""
    return tuple(
        relation
        for relation in relations
        if _number(amounts.get(relation.smaller)) > _number(amounts.get(relation.larger), unknown=Decimal("Infinity"))
    )


def _number(amount: Amount | None, unknown: Decimal = Decimal("-Infinity")) -> Decimal:
    return unknown if amount is None or amount.value is None else amount.value
