"""Pages and files for the browser: the demo page, the chat as a page, and the widget."""
