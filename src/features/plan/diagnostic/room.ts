import { randomInt } from "node:crypto";
import { newId } from "../../../lib/ids.ts";
import { inTurn } from "../../../lib/in-turn.ts";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { Role } from "../../../shared/content/role.ts";
import type { Evidence } from "../../../shared/evidence/evidence.ts";
import { LIMITS, nextItem, whyOver } from "../model/diagnostic.ts";
import { weightsOfRole } from "../model/skills-of-rounds.ts";
import { exportDiagnostics } from "./archive.ts";
import type { DiagnosticDeps } from "./deps.ts";
import { areasOfRole } from "./first-map.ts";
import { knownAt, type Unseen, unseenBy } from "./measure.ts";
import type { Step } from "./repo.ts";
import type { Diagnostic, DiagnosticHome, ReplyBody } from "./schema.ts";
import { shownDiagnostic } from "./show-diagnostic.ts";
import { type AskedItem, afterReplies, minutesOf, openItem, type Reply, type StoredDiagnostic } from "./stored.ts";

const WHO = "local";
const SEEDS = 2 ** 31;

type Failure = "unknown-diagnostic" | "question-answered";
type Outcome = Promise<Result<Diagnostic, Failure>>;

/** Half an hour of unseen questions that tells where a candidate stands for a role. */
export class DiagnosticRoom {
  readonly #deps: DiagnosticDeps;
  /** No two gradings at once, and no question chosen twice. */
  readonly #inTurn = inTurn();

  constructor(deps: DiagnosticDeps) {
    this.#deps = deps;
  }

  async home(): Promise<DiagnosticHome> {
    const { roles, repo, skills } = this.#deps;
    const all = (await repo.all()).map((each) => ({
      id: each.id,
      role: { id: each.role, title: this.#role(each.role)?.title ?? each.role },
      begunAt: each.begunAt,
      ended: each.ended !== null,
      asked: each.items.length,
    }));
    const tree = [...skills.values()];
    const unseen = await unseenBy(this.#deps);
    return {
      minutes: { least: LIMITS.least, most: LIMITS.most },
      mostQuestions: LIMITS.questions,
      roles: roles.map((role) => ({
        id: role.id,
        title: role.title,
        areas: areasOfRole(role, { weights: weightsOfRole(role, tree), unseen }, tree),
      })),
      open: all.find(({ ended }) => !ended) ?? null,
      earlier: all.filter(({ ended }) => ended),
    };
  }

  /** Begins one, or gives the one that is open: there is one at a time. */
  begin(roleId: string): Promise<Result<Diagnostic, "unknown-role" | { said: string }>> {
    return this.#inTurn(async () => {
      const { repo, clock } = this.#deps;
      const role = this.#role(roleId);
      if (!role) return failed("unknown-role");
      const open = (await repo.all()).find(({ ended }) => ended === null);
      if (open) return ok(await this.#shown(open));
      const now = clock();
      const { abilities, weights } = await knownAt(this.#deps, role, { at: now });
      const first = nextItem(abilities, weights, { offered: await unseenBy(this.#deps), askedAreas: [] });
      if (!first)
        return failed({ said: `Every held-out question for ${role.title} has been used; mocks measure you.` });
      const diagnostic: StoredDiagnostic = {
        id: newId(now),
        role: role.id,
        begunAt: now.toISOString(),
        ended: null,
        items: [asked(first, 1, now)],
      };
      await repo.add([diagnostic]);
      return ok(await this.#shown(diagnostic));
    });
  }

  diagnostic(id: string): Outcome {
    return this.#inTurn(async () => {
      const diagnostic = await this.#find(id);
      return diagnostic ? ok(await this.#shown(diagnostic)) : failed("unknown-diagnostic");
    });
  }

  /** Grades and keeps a reply, and asks the next question; the same reply sent again changes nothing. */
  reply(id: string, body: ReplyBody): Outcome {
    return this.#inTurn(async () => {
      const diagnostic = await this.#find(id);
      if (!diagnostic) return failed("unknown-diagnostic");
      const item = diagnostic.items.find(({ seq }) => seq === body.seq);
      const before = item?.reply;
      if (before?.kind === body.kind && before.text === body.text) return ok(await this.#shown(diagnostic));
      if (!item || before || diagnostic.ended) return failed("question-answered");
      return this.#take(diagnostic, item, body);
    });
  }

  /** Ends it where it stands; the question that is open is spent. */
  end(id: string): Outcome {
    return this.#inTurn(async () => {
      const { repo, clock } = this.#deps;
      const diagnostic = await repo.find(id);
      if (!diagnostic) return failed("unknown-diagnostic");
      if (!diagnostic.ended) await repo.take(id, { ended: { at: clock().toISOString(), why: "left" } });
      return ok(await this.#shown((await repo.find(id)) ?? diagnostic));
    });
  }

  exportTo(folder: string): Promise<number> {
    return exportDiagnostics(this.#deps.repo, folder);
  }

  /** Adds what `readExportedDiagnostics` read; doing it twice changes nothing. */
  restore(diagnostics: readonly StoredDiagnostic[]): Promise<void> {
    return this.#deps.repo.add(diagnostics);
  }

  async #take(diagnostic: StoredDiagnostic, item: AskedItem, body: ReplyBody): Outcome {
    const { repo, questions, clock } = this.#deps;
    const text = body.kind === "unknown" ? null : body.text;
    const grade = body.kind === "skipped" ? null : await questions.grade(item.itemId, item.seed, text);
    const now = clock();
    const { seq, ...rest } = body;
    const reply: Reply = { ...rest, at: now.toISOString(), grade: grade ?? null };
    const items = diagnostic.items.map((each) => (each.seq === seq ? { ...each, reply } : each));
    const evidence = evidenceOf(this.#deps, diagnostic, { ...item, reply });
    const step = await this.#next({ ...diagnostic, items }, evidence, now);
    if (!(await repo.take(diagnostic.id, { replied: { seq, reply }, evidence, ...step })))
      return failed("question-answered");
    const kept = await repo.find(diagnostic.id);
    return kept ? ok(await this.#shown(kept)) : failed("unknown-diagnostic");
  }

  /** What comes after the replies so far: another question, or the end. */
  async #next(
    { role: roleId, items }: StoredDiagnostic,
    graded: Evidence | undefined,
    now: Date,
  ): Promise<Pick<Step, "next" | "ended">> {
    const role = this.#role(roleId);
    if (!role) return { ended: { at: now.toISOString(), why: "no-more-questions" } };
    const { abilities, weights } = await knownAt(this.#deps, role, { at: afterReplies(items, now), graded });
    const offered = await unseenBy(this.#deps);
    const askedAreas = items.map(({ area }) => area);
    const next = nextItem(abilities, weights, { offered, askedAreas });
    const why = whyOver(abilities, weights, { askedAreas, minutes: minutesOf(items), next });
    if (why !== null || !next) return { ended: { at: now.toISOString(), why: why ?? "no-more-questions" } };
    return { next: asked(next, items.length + 1, now) };
  }

  /** A diagnostic; where the bank has its open question no more, that one is passed over. */
  async #find(id: string): Promise<StoredDiagnostic | undefined> {
    const { repo, questions, clock } = this.#deps;
    const diagnostic = await repo.find(id);
    const open = diagnostic && openItem(diagnostic);
    if (!diagnostic || !open || questions.ask(open.itemId, open.seed)) return diagnostic;
    const now = clock();
    const reply: Reply = { kind: "skipped", text: "", secondsUsed: 0, at: now.toISOString(), grade: null };
    const items = diagnostic.items.map((each) => (each === open ? { ...each, reply } : each));
    const step = await this.#next({ ...diagnostic, items }, undefined, now);
    await repo.take(id, { replied: { seq: open.seq, reply }, ...step });
    return repo.find(id);
  }

  #shown(diagnostic: StoredDiagnostic): Promise<Diagnostic> {
    return shownDiagnostic(this.#deps, diagnostic);
  }

  #role(id: string): Role | undefined {
    return this.#deps.roles.find((each) => each.id === id);
  }
}

function asked({ id, version, area }: Unseen, seq: number, now: Date): AskedItem {
  const seed = randomInt(SEEDS);
  return { seq, itemId: id, itemVersion: version, seed, area, askedAt: now.toISOString(), reply: null };
}

/** The id is that of the asking: written twice it is one row. */
function evidenceOf({ questions }: DiagnosticDeps, { id }: StoredDiagnostic, item: AskedItem): Evidence | undefined {
  const { reply } = item;
  const question = questions.all().find((each) => each.id === item.itemId);
  if (!reply?.grade || !question) return undefined;
  return {
    id: `${id}/${item.seq}`,
    at: reply.at,
    who: WHO,
    feature: "diagnostic",
    itemId: item.itemId,
    itemVersion: item.itemVersion,
    skills: [...question.skills],
    mode: "diagnostic",
    part: "holdout",
    score: reply.grade.score,
    standardError: reply.grade.standardError,
    secondsUsed: reply.secondsUsed,
    help: { hints: 0, revealed: false },
    graderVersion: reply.grade.graderVersion,
  };
}
