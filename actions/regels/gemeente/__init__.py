"""National schemes that the gemeente pays beside the bijstand: IOAW, IOAZ, Bbz and the help for single earners."""
