"""The port to the ENT: each noun has its protocol, its class in both adapters, and its contract tests."""

from __future__ import annotations

import ast
import inspect
from collections import Counter
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import Any, Protocol

import pytest

from bot.ent.directory import Directory
from bot.ent.embedded import tables
from bot.ent.embedded.adapter import EmbeddedDirectory
from bot.ent.entcore.adapter import EntcoreDirectory
from tests.house.source import modules, tree

PROTOCOLS: dict[str, Any] = {
    protocol.__module__.rpartition(".")[2]: protocol for protocol in Directory.__bases__ if protocol is not Protocol
}
ADAPTERS: dict[str, type] = {"embedded": EmbeddedDirectory, "entcore": EntcoreDirectory}


def slice_of(adapter: str, noun: str) -> type:
    """The class that the adapter takes from its module of that noun."""
    found = [base for base in ADAPTERS[adapter].__bases__ if base.__module__ == f"bot.ent.{adapter}.{noun}"]
    assert len(found) == 1, f"bot/ent/{adapter}/{noun}.py gives {ADAPTERS[adapter].__name__} {len(found)} classes"
    return found[0]


def methods(class_: type) -> dict[str, FunctionType]:
    """The methods that the class itself defines, by name, without those that every class has."""
    return {
        name: value
        for name, value in vars(class_).items()
        if isinstance(value, FunctionType) and not name.startswith("__")
    }


def asked(protocol: type) -> dict[str, FunctionType]:
    """The methods that a protocol asks for."""
    return {name: method for name, method in methods(protocol).items() if not name.startswith("_")}


def test_the_port_is_nothing_but_its_nouns() -> None:
    assert PROTOCOLS
    assert not asked(Directory)


def test_every_protocol_beside_the_port_is_a_part_of_it() -> None:
    names = [f"bot.ent.{path.stem}" for path in modules("bot") if path.parent == Path("bot/ent")]
    defined = [found for name in names if not name.endswith("__") for found in vars(import_module(name)).values()]
    protocols = {found for found in defined if getattr(found, "_is_protocol", False) and found is not Protocol}
    assert protocols == {Directory, *PROTOCOLS.values()}


@pytest.mark.parametrize("adapter", ADAPTERS)
@pytest.mark.parametrize("noun", PROTOCOLS)
def test_each_adapter_implements_the_noun_in_a_module_of_that_name(noun: str, adapter: str) -> None:
    made, wanted = methods(slice_of(adapter, noun)), asked(PROTOCOLS[noun])

    assert wanted
    assert [name for name in made if not name.startswith("_")] == list(wanted)
    for name, method in wanted.items():
        assert inspect.iscoroutinefunction(made[name])
        assert inspect.signature(made[name]) == inspect.signature(method), name


@pytest.mark.parametrize("adapter", ADAPTERS)
def test_no_two_nouns_of_an_adapter_define_the_same_method(adapter: str) -> None:
    names = Counter(name for noun in PROTOCOLS for name in methods(slice_of(adapter, noun)))
    assert not [name for name, count in names.items() if count > 1]


@pytest.mark.parametrize("noun", PROTOCOLS)
def test_each_noun_has_contract_tests_that_call_every_method(noun: str) -> None:
    path = Path(f"tests/contracts/test_{noun}.py")
    named = {node.attr for node in ast.walk(tree(path)) if isinstance(node, ast.Attribute)}
    assert not set(asked(PROTOCOLS[noun])) - named


def test_every_module_of_tables_is_listed() -> None:
    there = {path.stem for path in modules("bot") if path.parent == Path("bot/ent/embedded/tables")} - {"__init__"}
    assert {module.__name__.rpartition(".")[2] for module in tables.MODULES} == there
