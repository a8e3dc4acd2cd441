"""Calls of MiniStack's own service functions, which answer as over HTTP."""

import json
import re


def accepted(answer):
    """The body of an answer. Raises what the service said of a refusal, which then is the reason of the stack's event."""
    status, _headers, body = answer
    text = body.decode() if isinstance(body, bytes) else body
    if status < 400:
        return text
    message = re.search(r"<Message>(.*?)</Message>", text or "", re.S)
    raise ValueError(message.group(1) if message else text)


def accepted_json(answer):
    return json.loads(accepted(answer) or "{}")
