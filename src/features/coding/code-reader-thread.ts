// The thread behind code-reader.ts: takes { id, code }, answers { id, findings }.
import { parentPort } from "node:worker_threads";
import { readCode } from "./reading/read-code.ts";

parentPort?.on("message", async ({ id, code }: { id: number; code: string }) => {
  const findings = await readCode(code).catch(() => []);
  parentPort?.postMessage({ id, findings });
});
