import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { ROOT } from "../support/server.ts";

const TIMES = 10;
const STEP_MS = 15; // so that each is closed at another place of its work
const ASKED = 4;

test("a grader closed in the middle of its work ends its thread, and nothing of the process with it", {
  timeout: 240_000,
}, async () => {
  const config = readConfig(process.env);
  if (!config.ok) throw new Error(config.reason);
  const script = join(ROOT, "tests", "support", "close-grader.ts");
  const child = spawn(process.execPath, [script, config.value.encoderDir, String(TIMES), String(STEP_MS)]);
  const [out, err, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  expect({ code, signal, err }).toEqual({ code: 0, signal: null, err: "" });
  // a fast machine is done with some before the later ones close
  expect(Number(out)).toBeGreaterThan(0);
  expect(Number(out)).toBeLessThanOrEqual(TIMES * ASKED);
});
