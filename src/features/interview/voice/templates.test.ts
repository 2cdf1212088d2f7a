import { expect, test } from "vitest";
import type { Act } from "../../../shared/rounds/move.ts";
import { WAYS } from "../../../shared/rounds/remarks.ts";
import { Persona } from "../schema.ts";
import { waysToSay } from "./templates.ts";

test("each remark has as many words as there may be remarks of its kind, so that none is said twice", () => {
  const kinds = Object.entries(WAYS).flatMap(([act, most]) =>
    (act === "decline" ? ["answer", "hint", "instructions"] : [""]).map((about) => ({ act: act as Act, about, most })),
  );
  for (const persona of Persona.options)
    for (const { act, about, most } of kinds)
      expect(new Set(waysToSay({ act, about }, persona)).size, `${act} ${about}`).toBeGreaterThanOrEqual(most);
});
