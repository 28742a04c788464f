"""From a duty's wording of time to a due date and a state as of a day; must not know tasks or clocks."""
