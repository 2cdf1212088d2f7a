import { createInterface } from "node:readline/promises";
import type { App } from "../../app.ts";
import type { InterviewRoom } from "../../features/interview/index.ts";
import { Persona, type PlannedRound, ROUND_TITLES, RoundKind, type Session } from "../../features/interview/schema.ts";
import { type Command, type Invocation, UsageError } from "./command.ts";
import { describeScorecard } from "./describe-scorecard.ts";
import { type CandidateScript, readCandidateScript, type ScriptTurn } from "./interview-script.ts";
import { oneOf } from "./one-of.ts";
import { visible } from "./visible.ts";
import { wholeNumber } from "./whole-number.ts";
import { withApp } from "./with-app.ts";

const MINUTES = 45;
const DIFFICULTY = 3;
const SPOKEN_WORDS_A_SECOND = 2.5;
const NUDGE_AFTER_SECONDS = 120;

export const command: Command = {
  options: {
    role: { type: "string" },
    rounds: { type: "string" },
    minutes: { type: "string" },
    difficulty: { type: "string" },
    persona: { type: "string" },
    seed: { type: "string" },
    script: { type: "string" },
    keep: { type: "boolean" },
  },
  async run({ positionals, values }) {
    if (positionals.length > 0) throw new UsageError("interview takes options alone: see holdout interview --help.");
    const script = typeof values.script === "string" ? readCandidateScript(values.script) : undefined;
    if (values.json && !script) throw new UsageError("--json needs a --script: a typed interview is a talk.");
    const kinds = roundsOf(values);
    // what a script says was said by nobody: it is kept where that is wished for
    return withApp(
      values,
      async (app) => {
        const session = await plan(app, values, kinds);
        const held = script
          ? await holdScripted(app.interview, session, script)
          : await holdTyped(app.interview, session);
        if (values.json) console.log(JSON.stringify(held));
        else if (held.scorecard) console.log(describeScorecard(held.scorecard));
        const verdict = held.scorecard?.recommendation;
        return verdict === "hire" || verdict === "strong-hire" ? 0 : 1;
      },
      script && !values.keep ? { keeps: "nothing" } : {},
    );
  },
};

function roundsOf({ rounds }: Invocation["values"]): RoundKind[] {
  if (typeof rounds !== "string") throw new UsageError(`interview needs --rounds, as in --rounds depth,behavioral.`);
  return rounds.split(",").map((name) => oneOf("round", name.trim(), RoundKind.options));
}

async function plan({ interview }: App, values: Invocation["values"], kinds: RoundKind[]): Promise<Session> {
  const minutes =
    values.minutes === undefined ? MINUTES : wholeNumber("--minutes", values.minutes, { from: 5, to: 240 });
  const difficulty =
    values.difficulty === undefined ? DIFFICULTY : wholeNumber("--difficulty", values.difficulty, { from: 1, to: 5 });
  const seed =
    values.seed === undefined ? {} : { seed: wholeNumber("--seed", values.seed, { from: 0, to: 2 ** 31 - 1 }) };
  const persona = Persona.safeParse(values.persona ?? "warm");
  if (!persona.success) throw new UsageError(`--persona takes ${Persona.options.join(", ")}.`);
  const created = await interview.create(
    {
      title: kinds.map((kind) => ROUND_TITLES[kind]).join(", "),
      role: typeof values.role === "string" ? values.role : "mle",
      difficulty,
      rounds: kinds.map((kind): PlannedRound => ({ kind, title: ROUND_TITLES[kind], minutes, breakMinutes: 0 })),
      settings: { persona: persona.data, nudgeAfterSeconds: NUDGE_AFTER_SECONDS, interrupts: false },
    },
    seed,
  );
  if (created.ok) return created.value;
  if (created.reason === "unknown-role") {
    const roles = (await interview.home()).loops.map(({ role }) => role);
    throw new UsageError(`There is no role "${String(values.role)}"; there are ${roles.join(", ")}.`);
  }
  throw new UsageError(created.reason.said);
}

/** What is said and done in one session, one thing after another, by a clock of its own. */
class Talk {
  readonly #room: InterviewRoom;
  #session: Session;
  #sent = 0;

  constructor(room: InterviewRoom, session: Session) {
    this.#room = room;
    this.#session = session;
  }

  get session(): Session {
    return this.#session;
  }

  get round(): number | null {
    return this.#session.current;
  }

  async begin(): Promise<void> {
    this.#take(await this.#room.begin(this.#session.id, this.#sending()));
  }

  async say(text: string, seconds: number): Promise<void> {
    const sent = { ...this.#sending(), elapsedMs: this.#session.elapsedMs + seconds * 1000, text, spoken: null };
    this.#take(await this.#room.say(this.#session.id, sent));
  }

  async do(action: { type: string }): Promise<void> {
    const sent = { ...this.#sending(), elapsedMs: this.#session.elapsedMs, action };
    this.#take(await this.#room.do(this.#session.id, sent));
  }

  async wait(seconds: number): Promise<void> {
    const { id, seq, elapsedMs } = this.#session;
    const beat = { after: seq, elapsedMs: elapsedMs + seconds * 1000, idleMs: seconds * 1000 };
    const beaten = await this.#room.beat(id, beat);
    const session = await this.#room.session(id);
    if (beaten.ok && session.ok) this.#session = session.value;
  }

  async leave(): Promise<void> {
    this.#take(await this.#room.leave(this.#session.id, { ...this.#sending(), elapsedMs: this.#session.elapsedMs }));
  }

  async finish(): Promise<void> {
    if (this.#session.finishedAt !== null) return;
    this.#take(await this.#room.finish(this.#session.id, { ...this.#sending(), elapsedMs: this.#session.elapsedMs }));
  }

  #sending(): { event: string; after: number } {
    return { event: `typed-${++this.#sent}-${this.#session.id}`, after: this.#session.seq };
  }

  #take(outcome: Awaited<ReturnType<InterviewRoom["say"]>>): void {
    if (outcome.ok) this.#session = outcome.value;
    else
      throw new UsageError(
        typeof outcome.reason === "string" ? `The session cannot go on: ${outcome.reason}.` : outcome.reason.said,
      );
  }
}

async function holdScripted(room: InterviewRoom, session: Session, { rounds }: CandidateScript): Promise<Session> {
  const talk = new Talk(room, session);
  for (const [at] of session.rounds.entries()) {
    await talk.begin();
    for (const turn of rounds[at] ?? []) {
      if (talk.round !== at) break;
      await take(talk, turn);
    }
    if (talk.round === at) await talk.leave();
  }
  await talk.finish();
  return talk.session;
}

async function take(talk: Talk, turn: ScriptTurn): Promise<void> {
  if (typeof turn === "string") await talk.say(turn, turn.split(/\s+/).filter(Boolean).length / SPOKEN_WORDS_A_SECOND);
  else if ("wait" in turn) await talk.wait(turn.wait);
  else if ("do" in turn) await talk.do(turn.do);
  else await talk.leave();
}

/** A talk in a terminal: an empty line yields the floor, "/end" ends the round. */
async function holdTyped(room: InterviewRoom, session: Session): Promise<Session> {
  const talk = new Talk(room, session);
  console.log("An empty line yields the floor; /end ends the round.\n");
  let heardAt = Date.now();
  let typed: string[] = [];
  let shown = 0;
  const show = () => {
    for (const { who, text } of talk.session.turns.slice(shown))
      if (who === "interviewer") console.log(`\n${visible(text)}\n`);
    shown = talk.session.turns.length;
    heardAt = Date.now();
  };
  const yieldFloor = async () => {
    await talk.say(typed.join("\n"), (Date.now() - heardAt) / 1000);
    typed = [];
    show();
  };
  await talk.begin();
  show();
  // made once somebody reads: lines that come earlier would be lost
  const lines = createInterface({ input: process.stdin, output: process.stdout, terminal: process.stdin.isTTY });
  for await (const line of lines) {
    const ends = line.trim() === "/end";
    if (!ends && line.trim() !== "") {
      typed.push(line);
      continue;
    }
    if (!ends || typed.length > 0) await yieldFloor();
    if (ends && talk.round !== null) await talk.leave();
    show();
    if (talk.session.finishedAt !== null) break;
    if (talk.round === null) {
      await talk.begin();
      show();
    }
  }
  lines.close();
  if (typed.length > 0 && talk.round !== null) await yieldFloor();
  await talk.finish();
  return talk.session;
}
