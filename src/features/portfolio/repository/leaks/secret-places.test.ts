import { expect, test } from "vitest";
import { SecretPlaces } from "./secret-places.ts";

// put together here, so that no scanner of secrets stops at this file
const random = "Zk3vQ9xT7bLm2Rp8WcYf5Hs1Nd6Gj4Ua";
const line = `openai_api_key="${["sk-", "proj-", random, random].join("")}"`;
const text = `import os\n${line}\nmodel = fit(rows, epochs=3)\n`;
const showing = new SecretPlaces().showing({ texts: new Map([["app.py", text]]), notebooks: [] });

test("a line of a file that the search did not come to is looked at by itself", () => {
  expect(showing.mayShow({ file: "app.py", line: 2, quote: line })).toBe(false);
  // a part of it that shows half of the secret
  expect(showing.mayShow({ file: "app.py", line: 2, quote: line.slice(0, 40) })).toBe(false);
  expect(showing.mayShow({ file: "app.py", line: 3, quote: "fit(rows, epochs=3)" })).toBe(true);
});

test("what was found once is shown nowhere else, and its line not at all", () => {
  const places = new SecretPlaces();
  places.addValue("a-value-of-it");
  places.addLine("app.py", 3);
  const { mayShow, repeats } = places.showing({ texts: new Map([["app.py", text]]), notebooks: [] });
  expect(mayShow({ file: "app.py", line: 3, quote: "fit(rows, epochs=3)" })).toBe(false);
  expect(mayShow({ file: "tests/test_app.py", line: 9, quote: 'call("a-value-of-it")' })).toBe(false);
  expect(repeats("With a-value-of-it it forecasts.")).toBe(true);
  expect(repeats("It forecasts.")).toBe(false);
});
