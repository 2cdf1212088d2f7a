import { expect, test } from "vitest";
import { CATALOGUE } from "../catalogue.ts";

const PARTS = ["What it models", "What it leaves out", "When to use it", "What goes wrong", "What an interviewer asks"];

test.each(CATALOGUE.map(({ type, doc }) => [type, doc] as const))(
  "the page of %s says all that it should, briefly",
  (_, doc) => {
    expect(PARTS.filter((part) => !doc.includes(`**${part}.**`))).toEqual([]);
    const words = doc.split(/\s+/).length;
    expect(words).toBeGreaterThanOrEqual(90);
    expect(words).toBeLessThanOrEqual(200);
  },
);

test.each(CATALOGUE.map((spec) => [spec.type, spec] as const))(
  "the page of %s speaks of no parameter that it lacks",
  (_, { doc, parameters }) => {
    const known = new Set([...parameters.map(({ key }) => key), ...parameters.flatMap(({ choices = [] }) => choices)]);
    const named = [...doc.matchAll(/`([a-z-]+)`/g)].map(([, word = ""]) => word);
    expect(named.filter((word) => !known.has(word))).toEqual([]);
  },
);
