import type { App } from "../../app.ts";
import { isPort } from "../../config.ts";
import { counted } from "../../lib/text.ts";
import { type ContentFault, describeFault } from "../../shared/content/content-fault.ts";
import { listen } from "../http/listen.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { withApp } from "./with-app.ts";

const MOST_FAULTS_SHOWN = 20;

export const command: Command = {
  options: { port: { type: "string" }, "database-url": { type: "string" } },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError(`serve takes no "${positionals[0]}".`);
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !isPort(port)) {
      throw new UsageError(`--port is "${values.port}"; a port is a whole number from 0 to 65535.`);
    }
    return withApp(values, (app) => serve(app, { port: port ?? app.config.port, json: values.json === true }));
  },
};

async function serve(app: App, options: { port: number; json: boolean }): Promise<ExitCode> {
  const { json } = options;
  if (app.config.databaseUrl !== undefined && !(await isFullySandboxed(app))) return 1;
  const listening = await listen(app, options.port);
  if (!listening.ok) {
    console.error(listening.reason);
    return 1;
  }
  const stopped = signalled();
  const { url, port } = listening.value;
  console.log(json ? JSON.stringify({ url, port }) : `Holdout is at ${url}  (Ctrl-C stops it)`);
  tellFaults(app.bank.faults);
  app.grader.start();
  app.judge.start();
  void afterStart(app, { json });
  await stopped;
  app.judge.close();
  await listening.value.close();
  return 0;
}

/** A server for a team runs code of several people: below the full sandbox it must not. */
async function isFullySandboxed({ judge }: App): Promise<boolean> {
  judge.start();
  const { sandbox, state } = await judge.whenKnown();
  if (state === "ready" && sandbox === "full") return true;
  const found = state === "broken" ? "the judge does not start" : `this machine offers "${sandbox}"`;
  console.error(`A team's server needs the full sandbox; ${found}. \`holdout doctor\` says what is missing.`);
  return false;
}

async function afterStart(
  { judge, coding, questionFaults, caseFaults, drillFaults }: App,
  { json }: { json: boolean },
): Promise<void> {
  const { state, sandbox } = await judge.whenKnown();
  tellFaults([...questionFaults(), ...caseFaults(), ...drillFaults()]);
  if (state === "broken") {
    console.error("The judge does not start; `npm run -s holdout -- doctor` says why.");
    return; // what waits for a verdict keeps waiting for a start with a judge
  }
  if (!json) console.log(`The judge is ready, sandbox: ${sandbox}`);
  const recovered = await coding.recover();
  if (recovered > 0 && !json) console.log(`${counted(recovered, "submission")} of the last run judged.`);
}

function tellFaults(faults: readonly ContentFault[]): void {
  if (faults.length === 0) return;
  console.error(`${counted(faults.length, "fault")} in content/; the items concerned are left out:`);
  for (const fault of faults.slice(0, MOST_FAULTS_SHOWN)) console.error(`  ${describeFault(fault)}`);
}

function signalled(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}
