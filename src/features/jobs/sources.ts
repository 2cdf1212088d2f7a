import { mapAtMost } from "../../lib/map-at-most.ts";
import { failed, ok, type Result } from "../../lib/result.ts";
import { textHash } from "../../lib/text-hash.ts";
import { namedBoard } from "./boards/board-address.ts";
import { type Board, refresh } from "./boards/refresh.ts";
import type { JobsDeps } from "./deps.ts";
import { SAMPLE_ID } from "./model/sample-id.ts";
import type { Outcome, Sources } from "./schema.ts";
import type { StoredSource } from "./stored.ts";

const AT_ONCE = 3;
const MOST_SOURCES = 100;

/** The boards that a person named. Nothing is fetched but by `refresh`. */
export class JobSources {
  readonly #deps: JobsDeps;
  /** A board that is being asked already is not asked a second time. */
  readonly #running = new Map<string, Promise<Outcome>>();

  constructor(deps: JobsDeps) {
    this.#deps = deps;
  }

  async list(): Promise<Sources> {
    const { repo } = this.#deps;
    const stored = await repo.sources();
    const sources = await Promise.all(
      stored.filter(isBoard).map(async ({ id, kind, board, addedAt, fetchedAt, outcome }) => {
        const open = (await repo.openIds(id)).length;
        return { id, kind, board, addedAt, fetchedAt, open, outcome };
      }),
    );
    const isRemoved = stored.some(({ kind }) => kind === "sample");
    const isPutAway = sources.some(({ fetchedAt }) => fetchedAt !== null);
    return { sources, sample: isRemoved ? "removed" : isPutAway ? "put-away" : "shown" };
  }

  /** Adds a board; one that is there already is that one. The reason of a failure is for people. */
  async add(address: string): Promise<Result<string, string>> {
    const named = namedBoard(address);
    if (!named.ok) return named;
    const { repo, clock } = this.#deps;
    const stored = await repo.sources();
    const id = `${named.value.kind}-${textHash(named.value.board)}`;
    if (stored.some((source) => source.id === id)) return ok(id);
    if (stored.length >= MOST_SOURCES) return failed(`${MOST_SOURCES} boards are the most. Remove one first.`);
    await repo.saveSource({ ...named.value, id, ...NEVER_ASKED, addedAt: clock().toISOString() });
    return ok(id);
  }

  /** Asks boards anew: those named, or all. */
  async refresh(ids: "all" | readonly string[]): Promise<Outcome[]> {
    const boards = (await this.#deps.repo.sources()).filter(isBoard);
    const asked = ids === "all" ? boards : boards.filter(({ id }) => ids.includes(id));
    return mapAtMost(asked, AT_ONCE, (board) => this.#refreshOne(board));
  }

  async remove(id: string): Promise<Result<Sources, "unknown-board">> {
    const { repo, clock } = this.#deps;
    if (!(await repo.sources()).some((source) => source.id === id)) return failed("unknown-board");
    await repo.removeSource(id, clock().toISOString());
    return ok(await this.list());
  }

  async removeSample(): Promise<Sources> {
    const addedAt = this.#deps.clock().toISOString();
    await this.#deps.repo.saveSource({ ...NEVER_ASKED, id: SAMPLE_ID, kind: "sample", board: "", addedAt });
    return this.list();
  }

  async bringSampleBack(): Promise<Sources> {
    await this.#deps.repo.removeSource(SAMPLE_ID, this.#deps.clock().toISOString());
    return this.list();
  }

  #refreshOne(board: Board): Promise<Outcome> {
    const running = this.#running.get(board.id);
    if (running) return running;
    const begun = refresh(this.#deps, board).finally(() => this.#running.delete(board.id));
    this.#running.set(board.id, begun);
    return begun;
  }
}

const NEVER_ASKED = { askedAt: null, fetchedAt: null, etag: null, lastModified: null, outcome: null };

export function isBoard(source: StoredSource): source is Board {
  return source.kind !== "sample";
}
