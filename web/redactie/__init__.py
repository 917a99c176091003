"""`/redactie`: editors change questions, answers and amounts themselves."""
