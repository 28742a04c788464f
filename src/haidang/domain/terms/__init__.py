"""Values nobody may redefine: normalised Vietnamese text, dates, periods, numbers, refusals; knows no subject above it."""
