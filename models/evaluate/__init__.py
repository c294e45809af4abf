"""How well a model selects: samples in, accuracies out."""
