"""The append-only chained record of acts; refers to everything by stable id and knows nothing of it."""
