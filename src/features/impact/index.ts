import type { Clock } from "../../lib/clock.ts";
import { newId } from "../../lib/ids.ts";
import { quoted } from "../../lib/markdown.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { ClaimSource } from "../../shared/claims/claim.ts";
import type { Evidence } from "../../shared/evidence/evidence.ts";
import { calculatorOf } from "./model/calculators.ts";
import { checkLine, LINE_PARTS } from "./model/check-line.ts";
import type { ImpactRepo } from "./repo.ts";
import { ImpactLine, type ImpactLines, type LineBody } from "./schema.ts";

export { ImpactRepo } from "./repo.ts";

/** Of the rules in `check-line.ts`: raise it when they change. */
const CHECK_VERSION = "impact-line-1";
const ARCHIVE_NAME = "lines";

/** What work was worth: lines for a CV and the calculations behind them. */
export class ImpactRoom {
  readonly #repo: ImpactRepo;
  readonly #clock: Clock;

  constructor({ repo, clock }: { repo: ImpactRepo; clock: Clock }) {
    this.#repo = repo;
    this.#clock = clock;
  }

  async lines(): Promise<ImpactLines> {
    return { lines: await this.#repo.lines() };
  }

  /** Keeps a new line. */
  async add(body: LineBody): Promise<Result<ImpactLines, "unknown-calculator">> {
    if (!known(body)) return failed("unknown-calculator");
    const now = this.#clock();
    const at = now.toISOString();
    const line = { id: newId(now), ...body, createdAt: at, updatedAt: at };
    await this.#repo.save(line, evidenceOf(line, now));
    return ok(await this.lines());
  }

  async change(id: string, body: LineBody): Promise<Result<ImpactLines, "unknown-line" | "unknown-calculator">> {
    const line = await this.#repo.line(id);
    if (line === undefined) return failed("unknown-line");
    if (!known(body)) return failed("unknown-calculator");
    const now = this.#clock();
    const changed = { ...line, ...body, updatedAt: now.toISOString() };
    await this.#repo.save(changed, evidenceOf(changed, now));
    return ok(await this.lines());
  }

  async remove(id: string): Promise<Result<ImpactLines, "unknown-line">> {
    if ((await this.#repo.line(id)) === undefined) return failed("unknown-line");
    await this.#repo.remove(id);
    return ok(await this.lines());
  }

  /** The lines as the claim ledger reads them: each is a claim of its own. */
  async claimTexts(): Promise<ClaimSource[]> {
    const lines = await this.#repo.lines();
    return lines.map(({ id, text }) => ({
      id: `impact/${id}`,
      kind: "impact",
      title: "Impact line",
      to: "/impact",
      text,
      group: `impact/${id}`,
    }));
  }

  async exportTo(folder: string): Promise<number> {
    const lines = (await this.#repo.lines()).toSorted((a, b) => a.id.localeCompare(b.id));
    const markdown = ["# Impact lines", ...lines.map(({ text }) => quoted(text)), ""].join("\n\n");
    return writeItemFiles(folder, lines.length === 0 ? [] : [{ name: ARCHIVE_NAME, data: lines, markdown }]);
  }

  /** Adds what `readExportedImpact` read; doing it twice changes nothing. */
  restore(lines: readonly ImpactLine[][]): Promise<void> {
    return this.#repo.restore(lines.flat());
  }
}

/** Reads what `exportTo` wrote; nothing is stored by this. */
export function readExportedImpact(folder: string): Promise<Result<ImpactLine[][], string[]>> {
  return readItemFiles(folder, ImpactLine.array());
}

function known({ calculation }: LineBody): boolean {
  return calculation === null || calculatorOf(calculation.calculator) !== undefined;
}

/** A line is an exercise in tying work to value: how much of what a line should say it says. */
function evidenceOf({ id, text }: ImpactLine, now: Date): Evidence {
  const { score } = checkLine(text);
  return {
    id: newId(now),
    at: now.toISOString(),
    who: "local",
    feature: "impact",
    itemId: id,
    itemVersion: CHECK_VERSION,
    skills: ["communication.impact"],
    mode: "line",
    part: "practice",
    score,
    // one part of five found or missed wrongly
    standardError: 1 / LINE_PARTS.length,
    secondsUsed: 0,
    help: { hints: 0, revealed: false },
    graderVersion: CHECK_VERSION,
  };
}
