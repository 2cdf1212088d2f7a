import fc from "fast-check";
import { CATALOGUE } from "../../src/features/design/model/components/catalogue.ts";
import { POLICIES } from "../../src/features/design/model/language/policies.ts";

/** Texts for property tests: arbitrary ones, soups of the language's own tokens, and lines that are nearly right. */

const names = fc.constantFrom("gateway", "cache", "app", "x", "queue", "features", "a-b", "scorer2", "review", "train");
const keys = fc.constantFrom(
  ...new Set([...CATALOGUE.flatMap(({ parameters }) => parameters.map(({ key }) => key)), "default", "foo"]),
  ...POLICIES.map(({ key }) => key),
);
const values = fc.constantFrom("60s", "5%", "on", "L4 x4", "8 x6", "0.9", "lognormal( 10ms ,0.5)", "fifo", "5k/s", "x");
const setting = fc
  .tuple(keys, fc.constantFrom("=", " = ", "<", ">", ">="), values)
  .map(([key, operator, value]) => `${key}${operator}${value}`);
const bracket = fc
  .tuple(fc.constantFrom("[]", "{}"), fc.array(setting, { minLength: 1, maxLength: 3 }), fc.constantFrom(",", ", "))
  .map(([[open, close], settings, comma]) => `${open}${settings.join(comma)}${close}`);
const mention = fc
  .tuple(names, fc.constantFrom("", "", ":service", ":kafka", " : llm"), fc.array(bracket, { maxLength: 2 }))
  .map(([id, type, brackets]) => `${id}${type}${brackets.join("")}`);
const arrow = fc.constantFrom(" -> ", "->", " ->\n", "\n -> ", " & ", "->", " -> # why\n", "\n# because\n->");
const line = fc
  .tuple(mention, fc.array(fc.tuple(arrow, mention), { maxLength: 4 }), fc.constantFrom("", "", " # note"))
  .map(([first, more, comment]) => `${first}${more.flat().join("")}${comment}`);

export const nearlyRight = fc
  .array(fc.oneof({ weight: 5, arbitrary: line }, fc.constantFrom("", "# a comment", "\t", "-> app", "app ->")), {
    maxLength: 6,
  })
  .map((lines) => lines.join("\n"));

const tokens = fc.constantFrom(
  ..."-> & ( ) [ ] { } = < > , : # \n x app gateway cache foo 60s 5% a=1 → --> => <- ttl= - -- 🙂 \t é 1 on x4 \r\n \r".split(
    " ",
  ),
  " ",
  "  ",
);
const soup = fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join(""));
const spacedSoup = fc.array(tokens, { maxLength: 40 }).map((parts) => parts.join(" "));

export const anyText = fc.oneof(
  fc.string({ maxLength: 200 }),
  fc.string({ unit: "binary", maxLength: 100 }),
  soup,
  spacedSoup,
  { weight: 3, arbitrary: nearlyRight },
);
