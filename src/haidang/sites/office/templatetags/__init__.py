"""How values are printed on staff pages; must not know rules, rows or permissions."""
