"""`mlc-chat-config.json`: how web-llm turns messages into the model's prompt, and its sizes."""

from __future__ import annotations

from typing import Any

from .config import BuildConfig, LlamaConfig

_TEMPLATES: dict[str, dict[str, Any]] = {
    "chatml": {
        "system_template": "<|im_start|>system\n{system_message}<|im_end|>\n",
        "roles": {"user": "<|im_start|>user", "assistant": "<|im_start|>assistant"},
        "seps": ["<|im_end|>\n"],
        "role_content_sep": "\n",
        "role_empty_sep": "\n",
        "stop": ["<|im_end|>", "<|endoftext|>"],
    },
    "llama-3": {
        "system_template": "<|begin_of_text|><|start_header_id|>system<|end_header_id|>\n\n{system_message}<|eot_id|>",
        "roles": {
            "user": "<|start_header_id|>user<|end_header_id|>",
            "assistant": "<|start_header_id|>assistant<|end_header_id|>",
        },
        "seps": ["<|eot_id|>"],
        "role_content_sep": "\n\n",
        "role_empty_sep": "\n\n",
        "stop": ["<|eot_id|>", "<|end_of_text|>"],
    },
}


def special_tokens(template: str) -> list[str]:
    """The control tokens that a chat template writes or stops at. Raises KeyError for an unknown template."""
    parts = _TEMPLATES[template]
    text = parts["system_template"] + "".join(parts["roles"].values()) + "".join(parts["seps"])
    found = [piece.split("|>")[0] for piece in text.split("<|")[1:]]
    return list(dict.fromkeys([*(f"<|{name}|>" for name in found), *parts["stop"]]))


def chat_config(model: LlamaConfig, build: BuildConfig, token_ids: dict[str, int]) -> dict[str, Any]:
    """The file's content. `token_ids` maps every token of the (pruned) vocabulary to its id."""
    parts = dict(_TEMPLATES[build.chatTemplate])
    stop_ids = [token_ids[token] for token in parts.pop("stop") if token in token_ids]
    sizes = {
        "vocab_size": model.vocabulary,
        "context_window_size": build.contextWindow,
        "prefill_chunk_size": build.prefillChunk,
        "sliding_window_size": -1,
    }
    return {
        "version": "0.1.0",
        "model_type": "llama",
        "quantization": "q4f32",
        **sizes,
        "attention_sink_size": -1,
        "tensor_parallel_shards": 1,
        "temperature": 1.0,
        "top_p": 1.0,
        "presence_penalty": 0.0,
        "frequency_penalty": 0.0,
        "repetition_penalty": 1.0,
        "bos_token_id": model.bos_token_id,
        "eos_token_id": stop_ids[0],
        "pad_token_id": stop_ids[0],
        "tokenizer_files": ["tokenizer.json"],
        "tokenizer_info": {
            "token_postproc_method": "byte_level",
            "prepend_space_in_encode": False,
            "strip_space_in_decode": False,
        },
        "conv_template": {
            "name": build.chatTemplate,
            # The app supplies the system message with its prompt.
            "system_message": "",
            "add_role_after_system_message": True,
            # No `role_templates`: web-llm fills them by String.replace, which mangles `$&` and the like in a text.
            "messages": [],
            **parts,
            "stop_str": [],
            "stop_token_ids": stop_ids,
            "function_string": "",
            "use_function_calling": False,
        },
        # web-llm reads the sizes only; the rest, in Hugging Face's words, is for `evaluate`.
        "model_config": {**sizes, **model.for_hugging_face()},
    }
