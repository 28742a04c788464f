"""Administrative units and agencies, and which one a written name means; must not know documents or accounts.

- `standing.standing(written, *, on, province=None) -> Standing`: does a unit or body that a document names exist
  on a day: exists | gone (ended, became, source, confidence) | not_yet | wrong_level (expected) | unknown (likely).
- `standing.level_of(written, *, on, province=None) -> Level | None`: the level of a written unit on a day.
- `registry.units_named(written, *, on, province=None) -> tuple[Match, ...]`: which unit a name means, score, why;
  `registry.the_one(matches)`, `registry.successors(unit_id, on)`, `registry.predecessors(unit_id)`.
- `bodies.bodies_named(written, *, on) -> tuple[BodyMatch, ...]`: which kind of department or body a name means.
- `naming.meaning(written, bodies)`: which agency of an office's own directory a name means.

`province` is an official code of the list of the day (63 provinces until 30/6/2025, 34 since). Nothing is read
before it is asked for.
"""
