"""Two situations of one household compared: before and after a change in life. See `vergelijking`."""
