import { expect, test } from "vitest";
import { CodingItem } from "./coding-item.ts";
import { describeFault } from "./content-fault.ts";
import { readYaml } from "./read-yaml.ts";
import { Skills } from "./skill.ts";

const faultsOf = (text: string) => {
  const read = readYaml("item.yaml", text, CodingItem);
  return read.ok ? [] : read.faults.map(describeFault);
};

const GOOD = `id: 5d0c3a5e-9a0f-4c53-8f0c-2b1f1f6f7a10
title: A title
kind: implement
skills: [a.b]
difficulty: 3
minutes: 25
tier: numpy
roles: [mle]
`;

test("a good item is read, defaults filled in", () => {
  const read = readYaml("item.yaml", GOOD, CodingItem);
  expect(read).toMatchObject({ ok: true, value: { title: "A title", levels: 1, patterns: [], faults: [] } });
});

test("all faults of a file are told at once, each at its line", () => {
  const bad = GOOD.replace("difficulty: 3", "dificulty: 3")
    .replace("minutes: 25", 'minutes: "25"')
    .replace("numpy", "jax");
  const faults = faultsOf(`${bad}limits:\n  memoryMB: 9\n`);
  expect(faults).toEqual([
    "item.yaml:1: difficulty: is missing",
    expect.stringMatching(/^item\.yaml:6: minutes: .*expected number/),
    expect.stringMatching(/^item\.yaml:7: tier: .*"numpy"/),
    'item.yaml:10: unknown key "memoryMB"',
    'item.yaml:5: unknown key "dificulty"; did you mean "difficulty"?',
  ]);
});

test("broken YAML, a doubled key and an empty file are told with their line", () => {
  expect(faultsOf("id: [1\ntitle: x")[0]).toMatch(/^item\.yaml:\d: /);
  expect(faultsOf(`${GOOD}title: again\n`)[0]).toMatch(/^item\.yaml:9: .*unique/);
  expect(faultsOf("")[0]).toMatch(/^item\.yaml:1: /);
});

test("a debugging problem names its faults, a progressive one its levels", () => {
  expect(faultsOf(GOOD.replace("implement", "debug"))[0]).toContain("names its planted faults");
  expect(faultsOf(GOOD.replace("implement", "progressive"))[0]).toContain("at least 2 levels");
});

test("a skill listed twice is told at its second line", () => {
  const twice = "- { id: a.b, title: AB, area: aa }\n- { id: a.b, title: AB, area: aa }\n";
  const read = readYaml("skills.yaml", twice, Skills);
  expect(read.ok || read.faults.map(describeFault)).toEqual(["skills.yaml:2: 1.id: the skill a.b is listed twice"]);
});
