"""The amounts and rules of a gemeente or region as forms, and what people get by them."""
