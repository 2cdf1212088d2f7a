"""Prompts in code: what they say, what goes into them, what they hope for."""

from __future__ import annotations

import ast
import re
from typing import Any

from ..reading import Reading, argument, string, target_names
from ..tree import Call
from .language_models import speaks_to_models
from .registry import on_call, on_source

_PROMPT_NAME = re.compile(
    r"(^|_)(prompt|template|instruction|instructions|system_message|system_prompt)s?(_|$)", re.IGNORECASE
)
_GROUNDING = re.compile(
    r"(don'?t|do not) know\b|don'?t (try to )?make up|only (use|answer|rely)\b.*\b(context|document|source|information)"
    r"|based (only|solely) on the|(using|use) only the|solely (from|on) the"
    r"|not (in|found in|present in) the (context|document)",
    re.IGNORECASE,
)
_JSON_PLEASE = re.compile(
    r"\b(return|respond|reply|output|answer)\b.{0,40}\bJSON\b|\bJSON\b.{0,20}\b(only|format|object)\b", re.IGNORECASE
)
_FORCED_FORMS = (
    "response_format",
    "with_structured_output",
    "json_mode",
    "jsonoutputparser",
    "pydanticoutputparser",
    "json_schema",
    "structuredoutputparser",
)


@on_source
def texts(reading: Reading) -> None:
    if not speaks_to_models(reading):
        return
    for scope in reading.tree.scopes:
        for statement in scope.statements:
            if type(statement) is not ast.Assign:
                continue
            name = next(
                (each for each in target_names(statement) if _PROMPT_NAME.search(each.removeprefix("self."))), None
            )
            if name is not None:
                _prompt(reading, statement, name)
    for node in reading.tree.dicts:
        _message(reading, node)


def _prompt(reading: Reading, statement: Any, name: str) -> None:
    value = statement.value
    inserted = _inserted(value)
    if inserted:
        reading.note("prompt-from-input", statement, name=name, inserted=", ".join(f"{each}" for each in inserted[:2]))
    elif (text := _fixed(value)) is not None and len(text) > 60:
        reading.note("prompt-text", statement, name=name, words=str(len(text.split())))
    _lines_of_prompt(reading, value)


def _message(reading: Reading, node: ast.Dict) -> None:
    pairs = {string(key): value for key, value in zip(node.keys, node.values, strict=True) if key is not None}
    role, content = string(pairs.get("role")), pairs.get("content")
    if role is None or content is None:
        return
    inserted = _inserted(content)
    if inserted:
        reading.note("prompt-from-input", content, name=f"the {role} message", inserted=", ".join(inserted[:2]))
    elif role == "system" and (text := _fixed(content)) is not None and len(text) > 20:
        reading.note("system-prompt", content, words=str(len(text.split())))
    _lines_of_prompt(reading, content)


def _inserted(value: Any) -> list[str]:
    """The variables that are put into a text."""
    parts = (
        [each for each in ast.walk(value) if type(each) is ast.FormattedValue]
        if type(value) in (ast.JoinedStr, ast.BinOp)
        else []
    )
    names = [each.value.id for each in parts if type(each.value) is ast.Name]
    return [name for name in names if not name.isupper()]


def _fixed(value: Any) -> str | None:
    if type(value) is ast.Call and value.args:
        return _fixed(value.args[0])
    return string(value)


def _lines_of_prompt(reading: Reading, value: Any) -> None:
    """Single lines of a prompt that an interviewer would put a finger on."""
    last = getattr(value, "end_lineno", None)
    if last is None or last - value.lineno > 200:
        return
    forced = any(form in reading.lower_text for form in _FORCED_FORMS)
    for number in range(value.lineno, last + 1):
        line = reading.lines[number - 1] if number <= len(reading.lines) else ""
        if len(line) > 1000:
            continue
        if found := _GROUNDING.search(line):
            reading.note("grounding-by-words", number, says=found[0])
        elif not forced and (found := _JSON_PLEASE.search(line)):
            reading.note("json-by-words", number, says=found[0])


@on_call("langchain:PromptTemplate ChatPromptTemplate")
def template(reading: Reading, call: Call) -> None:
    given = argument(call, "template")
    if given is not None:
        _lines_of_prompt(reading, given)
    reading.note("prompt-template", call.node, call=call.last)


@on_call("langchain:from_template from_messages")
def from_template(reading: Reading, call: Call) -> None:
    if call.node.args:
        _lines_of_prompt(reading, call.node.args[0])
    reading.note("prompt-template", call.node, call=call.last)
