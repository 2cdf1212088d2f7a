import { existsSync, readFileSync, statSync } from "node:fs";
import { fileSources, type NamedFile } from "../../features/claims/index.ts";
import { FINDING_KINDS } from "../../features/claims/model/finding-kinds.ts";
import type { Finding, Ledger } from "../../features/claims/schema.ts";
import { counted } from "../../lib/text.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { type Paint, painter } from "./paint.ts";
import { withApp } from "./with-app.ts";

const MOST_BYTES = 10_000_000;

export const command: Command = {
  options: {},
  async run({ positionals, values }) {
    const sources = await fileSources(positionals.map(readFile));
    if (!sources.ok) throw new UsageError(sources.reason.join("\n"));
    return withApp(values, async (app) => report(await app.claims.ledger(sources.value), values.json === true));
  },
};

/** Exits with 1 while a finding is open. */
function report(ledger: Ledger, json: boolean): ExitCode {
  const { claims, findings } = ledger;
  console.log(json ? JSON.stringify({ claims, findings }) : asText(ledger, painter({ color: process.stdout.isTTY })));
  return findings.length > 0 ? 1 : 0;
}

const HEADINGS: Record<Finding["kind"], string> = {
  "two-values": "Two values",
  unlikely: "Unlikely",
  unsupported: "Nothing behind it",
};

function asText({ claims, findings, settled, sources }: Ledger, paint: Paint): string {
  if (sources.length === 0) return "There is no text yet: name files, or add a CV on the page Claims.";
  const head = `${counted(claims.length, "claim")} in ${counted(sources.length, "text")}, ${counted(findings.length, "finding")}${settled.length > 0 ? `, ${settled.length} settled` : ""}`;
  const kinds = FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((finding) => finding.kind === kind);
    return own.length === 0 ? [] : ["", paint("bold", HEADINGS[kind]), ...own.map(findingText)];
  });
  return [head, ...kinds].join("\n");
}

function findingText({ said, mend, places }: Finding): string {
  const quotes = places.map(({ source, line, quote }) => `    ${source}:${line}  ${quote.replaceAll(/\s+/gu, " ")}`);
  return [`- ${said}`, `  ${mend}`, ...quotes].join("\n");
}

function readFile(path: string): NamedFile {
  if (!existsSync(path)) throw new UsageError(`There is no file ${path}.`);
  const found = statSync(path);
  if (!found.isFile()) throw new UsageError(`${path} is a folder; name files.`);
  if (found.size > MOST_BYTES) throw new UsageError(`${path} is larger than ${MOST_BYTES / 1e6} MB.`);
  return { path, bytes: readFileSync(path) };
}
