"""Understanding: what the chatbot does with a sentence, what it did not understand, and learning from new examples."""
