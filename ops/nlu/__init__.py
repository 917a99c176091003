"""How well the chatbot understands what people write, measured on sentences it never learnt from."""
