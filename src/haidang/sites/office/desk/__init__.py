"""The desk: what is late, due, waiting and changed, on one page; must not know how a due day is reckoned."""
