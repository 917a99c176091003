"""Writing: the list of topics, a topic as a form, and what helps while typing."""
