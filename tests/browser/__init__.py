"""The widget in a real browser, against a small scripted server that speaks the talk API."""
