import fc from "fast-check";
import { expect, test } from "vitest";
import { anyText } from "../../../../../tests/support/any-design-text.ts";
import { withoutPlaces } from "../../../../../tests/support/without-places.ts";
import { formatDesign } from "./format-design.ts";
import { parseDesign } from "./parse-design.ts";

test("parameters stand in braces, policies in brackets, with one way to space", () => {
  const text =
    "gateway->app:service[ cpu=8   x12,timeout = 60ms ]{retry=1}->( features[timeout=8ms]&vectors{ k=300 } )";
  expect(formatDesign(text)).toBe(
    "gateway -> app:service{cpu=8 x12}[timeout=60ms, retry=1] -> features[timeout=8ms] & vectors{k=300}\n",
  );
});

test("comments, order and line breaks stay, and arrows move to the start of a line", () => {
  const text =
    "\n\n# entry\ngateway -> # all of it\n   # once a minute\ncache{ttl=60s}\n-> app # ours\n\n\n\n  app->db\n";
  expect(formatDesign(text)).toBe(
    "# entry\ngateway  # all of it\n  # once a minute\n  -> cache{ttl=60s}\n  -> app  # ours\n\napp -> db\n",
  );
});

test("a statement that cannot be read stays as it is", () => {
  const text = "gateway ->   -> app\ncache->app\n";
  expect(formatDesign(text)).toBe("gateway ->   -> app\ncache -> app\n");
});

test("formatting twice changes nothing, and means the same design", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const once = formatDesign(text);
      expect(formatDesign(once)).toBe(once);
      expect(withoutPlaces(parseDesign(once))).toEqual(withoutPlaces(parseDesign(text)));
    }),
    { numRuns: 1500 },
  );
});
