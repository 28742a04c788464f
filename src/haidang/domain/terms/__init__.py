"""Values nobody may redefine: Vietnamese text, dates, periods, numbers, refusals; knows no subject above it."""
