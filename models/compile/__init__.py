"""From a Llama-shaped checkpoint to a complete model folder for web-llm 0.2.86.

The stages, in the order of the data flow::

    source -> vocabulary -> quantize -> tensor_cache --+
                       config -> llama -> library -----+-> manifest (model.json)

`python -m compile --help` runs all of them; `reference`, `prune` and `tiny` are commands of their own.
"""
