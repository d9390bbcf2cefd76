"""The translations: `python -m tests.catalogues check` fails on a missing, fuzzy, unused or wrongly filled text;
`update` brings the catalogues up to date and compiles them. Needs no gettext tools.
"""

from __future__ import annotations

import ast
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import django
import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("zh_Hans", "zh_Hant")
CODE = ("assessments", "cxmaturity")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd%]|(?<!\{)\{\w*\}")


class Message(NamedTuple):
    """A text to translate; context and plural are empty where there are none."""

    text: str
    plural: str = ""
    context: str = ""


def messages() -> dict[Message, str]:
    """Every text of code and templates, with a place where it is used."""
    found: dict[Message, str] = {}
    for top in CODE:
        for file in sorted((ROOT / top).rglob("*.py")):
            for message, line in in_code(file.read_text(encoding="utf-8")):
                found.setdefault(message, f"{file.relative_to(ROOT)}:{line}")
    for file in sorted((ROOT / "templates").rglob("*.*")):
        for message in in_template(file.read_text(encoding="utf-8")):
            found.setdefault(message, str(file.relative_to(ROOT)))
    return found


def in_code(source: str) -> Iterator[tuple[Message, int]]:
    """The texts that Python code hands to gettext and its kin, under whatever name it imported them."""
    tree = ast.parse(source)
    kinds = {"_": "gettext"}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            kinds.update({each.asname or each.name: each.name for each in node.names if "gettext" in each.name})
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", getattr(node.func, "attr", ""))
        kind = kinds.get(name, name).removesuffix("_lazy").removesuffix("_noop")
        texts = [each.value for each in node.args if isinstance(each, ast.Constant) and isinstance(each.value, str)]
        if message := _message(kind, texts):
            yield message, node.lineno


def _message(kind: str, texts: list[str]) -> Message | None:
    match kind, texts:
        case "gettext", [text, *_]:
            return Message(text)
        case "ngettext", [text, plural, *_]:
            return Message(text, plural)
        case "pgettext", [context, text, *_]:
            return Message(text, context=context)
        case "npgettext", [context, text, plural, *_]:
            return Message(text, plural, context)
    return None


def in_template(source: str) -> Iterator[Message]:
    """The texts of {% translate %} and {% blocktranslate %}."""
    from django.template import Engine  # noqa: PLC0415 - only after django.setup()
    from django.templatetags.i18n import BlockTranslateNode, TranslateNode  # noqa: PLC0415

    nodes = Engine.get_default().from_string(source).nodelist
    for node in nodes.get_nodes_by_type(TranslateNode):
        context = node.message_context.var if node.message_context else ""
        yield Message(node.filter_expression.var.literal.replace("%", "%%"), context=str(context))
    for node in nodes.get_nodes_by_type(BlockTranslateNode):
        context = node.message_context.var if node.message_context else ""
        plural = node.render_token_list(node.plural)[0] if node.plural else ""
        yield Message(node.render_token_list(node.singular)[0], plural, str(context))


def problems(locale: str, wanted: dict[Message, str]) -> Iterator[str]:
    """What is wrong with the catalogue of a locale, a line each."""
    file = _file(locale)
    catalogue = {_key(each): each for each in polib.pofile(str(file)) if not each.obsolete}
    for message, place in wanted.items():
        entry = catalogue.get(message)
        texts = _texts(entry) if entry else []
        if not all(texts) or not texts:
            yield f"{locale}: missing: {message.text!r} ({place})"
        elif entry and entry.fuzzy:
            yield f"{locale}: fuzzy: {message.text!r} ({place})"
        elif any(_holes(text) != _holes(message.plural or message.text) for text in texts):
            yield f"{locale}: other placeholders than in {message.text!r} ({place})"
    for message in catalogue.keys() - wanted.keys():
        yield f"{locale}: no longer used: {message.text!r}; run `make messages`"
    compiled = file.with_suffix(".mo")
    if not compiled.is_file() or _compiled(compiled) != {key: _texts(each) for key, each in catalogue.items()}:
        yield f"{locale}: {compiled.name} is not what {file.name} says; run `make messages`"


def update(locale: str, wanted: dict[Message, str]) -> None:
    """Adds what is new, drops what is unused, compiles."""
    file = _file(locale)
    catalogue = polib.pofile(str(file), wrapwidth=0)
    known = {_key(each): each for each in catalogue}
    for message, entry in known.items():
        if message not in wanted or entry.obsolete:
            catalogue.remove(entry)
    for message in wanted:
        if message not in known or known[message].obsolete:
            catalogue.append(_entry(message))
    catalogue.save()
    catalogue.save_as_mofile(str(file.with_suffix(".mo")))


def _entry(message: Message) -> polib.POEntry:
    entry = polib.POEntry(msgid=message.text, msgctxt=message.context or None)
    if message.plural:
        entry.msgid_plural = message.plural
        entry.msgstr_plural = {0: ""}
    return entry


def _key(entry: polib.POEntry) -> Message:
    return Message(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")


def _texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


def _holes(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def _compiled(file: Path) -> dict[Message, list[str]]:
    return {_key(each): _texts(each) for each in polib.mofile(str(file))}


def _file(locale: str) -> Path:
    return ROOT / "locale" / locale / "LC_MESSAGES" / "django.po"


def main(command: str) -> int:
    """0 when all is well."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cxmaturity.settings")
    django.setup()
    wanted = messages()
    if command == "update":
        for locale in LOCALES:
            update(locale, wanted)
        return 0
    found = [line for locale in LOCALES for line in problems(locale, wanted)]
    sys.stderr.write("".join(f"{line}\n" for line in found))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:] or ["check"]))
