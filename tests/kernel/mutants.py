"""Every single-rule mutant of the kernel: one condition turned, one operand dropped, one statement left out."""

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.GtE,
    ast.LtE: ast.Gt,
    ast.Gt: ast.LtE,
    ast.GtE: ast.Lt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
EDGES: dict[type[ast.cmpop], type[ast.cmpop]] = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}


@dataclass(frozen=True)
class Mutant:
    """One changed rule: where, what, and the whole source with that change alone."""

    module: str
    rule: str
    change: str
    source: str

    def __str__(self) -> str:
        return f"{self.module.rpartition('.')[2]}: {self.change} in « {self.rule} »"


def mutants_of(module: str, source: str) -> Iterator[Mutant]:
    """Each mutant of ``source``, in the order of its lines."""
    tree = ast.parse(source)
    _drop_docstrings(tree)
    for position, node in enumerate(ast.walk(tree)):
        for change, mutate in _changes(node):
            changed = copy.deepcopy(tree)
            mutate(next(other for place, other in enumerate(ast.walk(changed)) if place == position))
            text = ast.unparse(ast.fix_missing_locations(changed))
            yield Mutant(module, _rule(node), change, text)


def _rule(node: ast.AST) -> str:
    """The changed rule as one reads it: a condition by its test, a function by its name."""
    shown = node.test if isinstance(node, ast.If | ast.IfExp | ast.While) else node
    return node.name if isinstance(node, ast.FunctionDef) else ast.unparse(shown)


def _drop_docstrings(tree: ast.AST) -> None:
    """A sentence is not a rule."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node):
            node.body = node.body[1:] or [ast.Pass()]


def _changes(node: ast.AST) -> Iterator[tuple[str, object]]:
    """(name, function that changes the node in place) for each rule that stands in ``node``."""
    match node:
        case ast.If() | ast.IfExp() | ast.While():
            yield "condition turned", _turn_test
        case ast.Compare(ops=[op]) if type(op) in OPPOSITES:
            yield "comparison turned", lambda found: _set_op(found, OPPOSITES)
            if type(op) in EDGES:
                yield "edge moved", lambda found: _set_op(found, EDGES)
        case ast.BoolOp():
            yield "and/or exchanged", _exchange
            for index in range(len(node.values)):
                yield f"operand {index + 1} dropped", lambda found, index=index: _drop_operand(found, index)
        case ast.UnaryOp(op=ast.Not()):
            yield "not left out", _leave_not_out
        case ast.Constant(value=bool()):
            yield "constant turned", lambda found: setattr(found, "value", not found.value)
        case ast.comprehension() if node.ifs:
            yield "filter left out", lambda found: found.ifs.clear()
        case ast.Call(func=ast.Attribute(attr="filter")):
            for index in range(len(node.keywords)):
                yield (
                    f"filter {node.keywords[index].arg} left out",
                    lambda found, index=index: found.keywords.pop(index),
                )
        case ast.FunctionDef():
            yield from _statements_left_out(node)


def _statements_left_out(function: ast.FunctionDef) -> Iterator[tuple[str, object]]:
    """A refusal, an act or a block that the function would no longer do."""
    for index, statement in enumerate(function.body):
        if isinstance(statement, ast.If | ast.Expr):
            yield (
                f"« {ast.unparse(statement).splitlines()[0]} » left out",
                lambda found, index=index: _leave_out(found, index),
            )
        if isinstance(statement, ast.With):
            name = ast.unparse(statement.items[0].context_expr)
            yield f"block {name} left out", lambda found, index=index: _unwrap(found, index)


def _turn_test(node: ast.If) -> None:
    node.test = ast.UnaryOp(ast.Not(), node.test)


def _set_op(node: ast.Compare, exchange: dict[type[ast.cmpop], type[ast.cmpop]]) -> None:
    node.ops = [exchange[type(node.ops[0])]()]


def _exchange(node: ast.BoolOp) -> None:
    node.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()


def _drop_operand(node: ast.BoolOp, index: int) -> None:
    node.values.pop(index)
    if len(node.values) == 1:
        node.values.append(node.values[0])


def _leave_not_out(node: ast.UnaryOp) -> None:
    node.op, node.operand = ast.Not(), ast.UnaryOp(ast.Not(), node.operand)


def _leave_out(function: ast.FunctionDef, index: int) -> None:
    function.body[index] = ast.Pass()


def _unwrap(function: ast.FunctionDef, index: int) -> None:
    block = function.body[index]
    assert isinstance(block, ast.With)
    function.body[index : index + 1] = block.body
