"""What the UWV pays."""
