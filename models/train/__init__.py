"""Training and evaluation of models that choose a tool by the user's history."""
