import { newId } from "../../lib/ids.ts";
import { inTurn } from "../../lib/in-turn.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import type { JobsDeps } from "./deps.ts";
import { localDay } from "./local-day.ts";
import type { JobPostings } from "./postings.ts";
import type { Application, ApplicationBoard, ApplicationBody, MoveBody, NewApplication } from "./schema.ts";

type Deps = Pick<JobsDeps, "repo" | "clock"> & { postings: Pick<JobPostings, "find"> };
/** A next step whose day has come. */
export type Reminder = { applicationId: string; company: string; title: string; nextStep: string; on: string };
type Changed = Result<ApplicationBoard, "unknown-application">;

/** Where each application stands, what comes next, and how it got there. */
export class Applications {
  readonly #deps: Deps;
  /** What is read here and written back must not pass each other: a move would be lost, a posting saved twice. */
  readonly #inTurn = inTurn();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  async board(): Promise<ApplicationBoard> {
    const { repo, clock } = this.#deps;
    const today = localDay(clock());
    const kept = await repo.appliedTo();
    const applications = await Promise.all(
      (await repo.applications()).map(async (application) => ({
        ...application,
        due: isDue(application, today),
        posting: await this.#stateOf(application, kept),
      })),
    );
    return { today, applications };
  }

  /** Begins one, as saved; a posting that has one already is that one. */
  begin(body: NewApplication): Promise<Result<{ id: string; board: ApplicationBoard }, "unknown-posting">> {
    return this.#inTurn(() => this.#begin(body));
  }

  async #begin(body: NewApplication): ReturnType<Applications["begin"]> {
    const { repo, postings, clock } = this.#deps;
    const now = clock();
    const at = now.toISOString();
    let about: Pick<Application, "company" | "title" | "url" | "postingId">;
    if ("postingId" in body) {
      const { postingId } = body;
      const there = (await repo.applications()).find((application) => application.postingId === postingId);
      if (there) return ok({ id: there.id, board: await this.board() });
      const posting = await postings.find(postingId);
      if (!posting) return failed("unknown-posting");
      about = { postingId, company: posting.company, title: posting.title, url: posting.url };
    } else about = { ...body, postingId: null };
    const id = newId(now);
    const moves = [{ stage: "saved" as const, on: localDay(now), why: null, recordedAt: at }];
    const empty = { notes: "", contacts: [], nextStep: "", remindOn: null };
    await repo.saveApplication({ id, ...about, ...empty, stage: "saved", moves, createdAt: at, updatedAt: at });
    return ok({ id, board: await this.board() });
  }

  change(id: string, body: ApplicationBody): Promise<Changed> {
    return this.#save(id, (application) => ({ ...application, ...body }));
  }

  /** Moves one to a stage, today or on the day that is told; the history keeps every move. */
  move(id: string, { stage, on, why }: MoveBody): Promise<Changed> {
    const now = this.#deps.clock();
    const move = {
      stage,
      on: on ?? localDay(now),
      why: stage === "closed" && why ? why : null,
      recordedAt: now.toISOString(),
    };
    return this.#save(id, (application) => {
      const isThere = application.stage === stage && on === undefined && stage !== "closed";
      return isThere ? application : { ...application, stage, moves: [...application.moves, move] };
    });
  }

  remove(id: string): Promise<Changed> {
    return this.#inTurn(async () => {
      if ((await this.#deps.repo.application(id)) === undefined) return failed("unknown-application");
      await this.#deps.repo.removeApplication(id);
      return ok(await this.board());
    });
  }

  /** Next steps that are due, the longest due first. */
  async reminders(): Promise<Reminder[]> {
    const { repo, clock } = this.#deps;
    const today = localDay(clock());
    const applications = await repo.applications();
    return applications
      .filter((application) => isDue(application, today))
      .map(({ id, company, title, nextStep, remindOn: on }) => ({ applicationId: id, company, title, nextStep, on }))
      .sort((a, b) => a.on.localeCompare(b.on));
  }

  #save(id: string, changed: (application: Application) => Application): Promise<Changed> {
    const { repo, clock } = this.#deps;
    return this.#inTurn(async () => {
      const application = await repo.application(id);
      if (!application) return failed("unknown-application");
      await repo.saveApplication({ ...changed(application), updatedAt: clock().toISOString() });
      return ok(await this.board());
    });
  }

  async #stateOf(
    { postingId }: Application,
    kept: ReadonlyMap<string, string | null>,
  ): Promise<ApplicationBoard["applications"][number]["posting"]> {
    if (postingId === null) return "typed";
    const closedAt = kept.get(postingId);
    // one that is not kept may be an invented one
    if (closedAt === undefined) return (await this.#deps.postings.find(postingId)) ? "open" : "gone";
    return closedAt === null ? "open" : "closed";
  }
}

function isDue(application: Application, today: string): application is Application & { remindOn: string } {
  const { stage, remindOn } = application;
  return stage !== "closed" && remindOn !== null && remindOn <= today;
}
