import { expect, test } from "vitest";
import { pythonFile } from "../repository/python-source.ts";
import { modulesReached } from "./reached.ts";

const reached = (text: string, paths: readonly string[], name = "tests/test_all.py") =>
  [
    ...modulesReached(
      [pythonFile(name, text)],
      paths.map((path) => pythonFile(path, "x = 1\n")),
    ),
  ].map(({ path }) => path);

test.each([
  ["from src.model import fit", ["src/model.py"]],
  ["from bikes.src.model import fit", ["src/model.py", "other/model.py"]],
  ["from src.model.parts import fit", ["src/model.py"]],
  ["from .model import fit", ["src/model.py", "other/model.py"]],
  ["    from src import data, model as m", ["src/model.py", "src/data.py"]],
  ["import src.model as m", ["src/model.py"]],
  ["import os, src.model", ["src/model.py"]],
  ["import model", ["model.py"]],
  ["from model import fit", ["model.py"]],
  ["from src import fit", ["src/__init__.py"]],
])("%s reaches %j", (line, paths) => {
  expect(reached(`${line}\n`, paths)).toEqual(expect.arrayContaining(paths));
});

test.each([
  ["from src.models import fit", ["src/model.py"]],
  ["from remodel import fit", ["model.py"]],
  ["import pkg.model", ["src/model.py"]],
  ["from data import model", ["src/model.py"]],
  ["# from src.model import fit", ["src/model.py"]],
  ["model = import_module('src.model')", ["src/model.py"]],
])("%s reaches none of %j", (line, paths) => {
  expect(reached(`${line}\n`, paths)).toEqual([]);
});

test("a test is for the module of its name", () => {
  expect(reached("", ["src/model.py", "src/data.py"], "tests/test_model.py")).toEqual(["src/model.py"]);
  expect(reached("", ["src/model.py", "src/data.py"], "data_test.py")).toEqual(["src/data.py"]);
});

test("of many modules and very many imports those are found that are imported", () => {
  const modules = Array.from({ length: 200 }, (_, at) => `pkg/module${at}.py`);
  const others = Array.from(
    { length: 20_000 },
    (_, at) => `from lib${at} import module${at % 200}, module${(at + 1) % 200}`,
  );
  const ours = modules.flatMap((_, at) => (at % 2 === 0 ? [`from pkg.module${at} import fit`] : []));
  const found = reached([...others, ...ours].join("\n"), modules);
  expect(found).toEqual(modules.filter((_, at) => at % 2 === 0));
});
