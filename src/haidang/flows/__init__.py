"""One file per act of the programme: the order of things and one transaction; must not know HTTP."""
