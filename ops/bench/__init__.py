"""The numbers of the design, measured here and now, each with its bar beside it. It measures; it does not judge."""
