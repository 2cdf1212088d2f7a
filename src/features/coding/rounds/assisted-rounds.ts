import { failed, ok, type Result } from "../../../lib/result.ts";
import type { AssistedItem } from "../../../shared/content/assisted-bank.ts";
import type { BankProblem } from "../../../shared/content/bank.ts";
import { chooseItems } from "../../../shared/rounds/choose-items.ts";
import { type Admitted, asProvider, type Opening, type RoundProvider } from "../../../shared/rounds/provider.ts";
import type { AssistedOutcome } from "../model/round/assisted/assisted-outcome.ts";
import { HELD_BACK } from "../model/round/assisted/assisted-outcome.ts";
import { assistedRound } from "../model/round/assisted/assisted-round.ts";
import {
  type AssistedSetup,
  type AssistedState,
  inDoubt,
  openFaults,
  proposalOf,
} from "../model/round/assisted/assisted-state.ts";
import { MOST_REQUESTS, shownAssisted } from "../model/round/assisted/shown-assisted.ts";
import { isDone } from "../model/round/hear.ts";
import { owesJudgement } from "../model/round/state.ts";
import { verdictInLine } from "../model/round/verdict-in-line.ts";
import { AssistedAction, type RoundAction, type Verdict } from "../schema.ts";
import { answerRequest } from "./answer-request.ts";
import { admitsAction, type CodingRoundDeps, codingSetup, judgeAction } from "./coding-rounds.ts";
import { hearAssisted } from "./hear-assisted.ts";

type AssistedDeps = CodingRoundDeps & { scripts: () => readonly AssistedItem[] };
type AssistedProvider = RoundProvider<AssistedSetup, AssistedState>;

/** Each may bring along the editor's code, and the log stays small. */
const MOST_TAKES = 60;
const NO_SUCH_ACTION = "There is no such action in this round.";

/** The round in which an assistant proposes code, right and subtly wrong: scripted, so that it needs no model and no network. */
export function assistedRounds(deps: AssistedDeps): RoundProvider {
  return asProvider({
    kind: "assisted",
    round: assistedRound,
    open: (opening) => openRound(deps, opening),
    hear: (state, text) => hearAssisted(deps.hearing, state, text),
    act: (state, action) => actOn(deps, state, action),
    admits,
    owes: ({ coding }) => (owesJudgement(coding) ? { type: "submit" } : null),
    // the editor's snapshots are no turns of a talk, and code is on the page already
    tells(action) {
      const { type, ...rest } = action as AssistedAction;
      if (type === "code") return null;
      return "text" in rest ? { type, text: rest.text } : "piece" in rest ? { type, piece: rest.piece } : { type };
    },
    shown: shownAssisted,
    work: { language: "python", textOf: ({ coding }) => coding.code, verdictOf: verdictInLine },
  } satisfies AssistedProvider);
}

async function openRound(deps: AssistedDeps, opening: Opening): ReturnType<AssistedProvider["open"]> {
  const problems = new Map(deps.bank.problems.map((problem) => [problem.slug, problem]));
  const choices = deps.scripts().flatMap((item) => {
    const problem = problems.get(item.script.problem);
    if (!problem || problem.item.minutes > opening.minutes) return [];
    const { roles, difficulty } = item.script;
    return [{ id: problem.item.id, roles, difficulty, held: problem.part === "holdout", item, problem }];
  });
  if (choices.length === 0) return failed(`The bank has no script with an assistant for ${opening.minutes} minutes.`);
  for (const { item, problem } of chooseItems(choices, opening)) {
    // the judge says which tiers it has once it has been asked for anything
    const tests = await deps.judge.tests(problem.folder);
    if (!tests.ok) return failed(tests.reason);
    if (!deps.judge.info.tiers.includes(problem.item.tier)) continue;
    const coding = {
      ...codingSetup("coding", deps, { problem, opening }),
      tests: tests.value.filter(({ visible }) => visible),
    };
    return ok({ setup: setupOf(coding, { item, problem }), items: [{ id: problem.item.id, part: problem.part }] });
  }
  return failed("This machine's judge can run no problem for a round with an assistant.");
}

function setupOf(
  coding: AssistedSetup["coding"],
  { item, problem }: { item: AssistedItem; problem: BankProblem },
): AssistedSetup {
  const { opening, head, pieces, skills } = item.script;
  const version = `${problem.version}, ${item.version}`;
  return { coding: { ...coding, item: { ...coding.item, skills, version } }, assistant: { opening, head, pieces } };
}

function admits(state: AssistedState, action: unknown, atMs: number): Admitted {
  const read = AssistedAction.safeParse(action);
  if (!read.success) return { refused: read.error.issues[0]?.message ?? NO_SUCH_ACTION };
  const { data } = read;
  if (data.type === "ask-assistant" && isDone(state.coding))
    return { refused: "The code is done: the assistant proposes nothing more." };
  if (data.type === "ask-assistant")
    return state.requests.length < MOST_REQUESTS
      ? "keep"
      : { refused: "The assistant has answered enough for one round." };
  if (data.type === "take") {
    if (state.takes.length >= MOST_TAKES) return { refused: "Enough was taken: edit what is there." };
    return proposalOf(state, data.piece) ? "keep" : { refused: "The assistant has proposed nothing of that name." };
  }
  return admitsAction(state.coding, data, atMs);
}

async function actOn(
  deps: AssistedDeps,
  state: AssistedState,
  action: unknown,
): Promise<Result<AssistedOutcome, string>> {
  const read = AssistedAction.safeParse(action);
  if (!read.success) return failed(NO_SUCH_ACTION);
  const { data } = read;
  switch (data.type) {
    case "code":
    case "take":
      return ok({ type: "noted" });
    case "ask-assistant":
      return ok({ type: "answered", answer: await answerRequest(deps.hearing.grader, askingOf(state), data.text) });
    case "run":
      return judged(deps, state, data);
    case "submit":
      return state.coding.over === null && inDoubt(state)
        ? ok({ type: "not-judged", why: HELD_BACK })
        : judged(deps, state, data);
  }
}

function askingOf(state: AssistedState): Parameters<typeof answerRequest>[1] {
  const { coding, assistant, requests } = state;
  const { prompt, starter } = coding.setup;
  const failing = (coding.last?.visible ?? []).filter(({ status }) => status !== "passed").map(({ name }) => name);
  const begun = requests.some(({ proposed }) => proposed.length > 0);
  return { assistant, prompt, starter, open: openFaults(state), failing, begun };
}

async function judged(
  deps: AssistedDeps,
  state: AssistedState,
  action: Exclude<RoundAction, { type: "code" }>,
): Promise<Result<AssistedOutcome, string>> {
  const said = await judgeAction(deps, state.coding, action);
  if (!said.ok) return said;
  const { outcome, verdict } = said.value;
  return ok(
    "type" in outcome && outcome.type === "judged" ? { ...outcome, mended: mendedIn(verdict, state) } : outcome,
  );
}

/** Pieces without their fault, by what the code does: the test that catches it passes. */
function mendedIn({ tests }: Verdict, { assistant }: AssistedState): string[] {
  const passed = new Set(tests.filter(({ status }) => status === "passed").map(({ name }) => name));
  return assistant.pieces.flatMap(({ id, fault }) => (fault && passed.has(fault.shows_in) ? [id] : []));
}
