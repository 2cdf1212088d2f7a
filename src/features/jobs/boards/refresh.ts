import { textHash } from "../../../lib/text-hash.ts";
import type { JobsDeps } from "../deps.ts";
import { readBoardApart } from "../read/read-apart.ts";
import type { Outcome, SourceKind } from "../schema.ts";
import type { StoredPosting, StoredSource } from "../stored.ts";
import { addressOf } from "./board-address.ts";
import { get, type NotGot } from "./get.ts";

const BETWEEN_MS = 15 * 60_000;
const SERVICES: Record<Exclude<SourceKind, "page">, string> = {
  greenhouse: "Greenhouse",
  lever: "Lever",
  "lever-eu": "Lever (EU)",
  ashby: "Ashby",
};

export type Board = StoredSource & { kind: SourceKind };
type Refreshing = Pick<JobsDeps, "repo" | "reaching" | "clock">;

/** "The Lever board acme", "The page jobs.example.org". */
function nameOf({ kind, board }: Pick<Board, "kind" | "board">): string {
  return kind === "page" ? `The page ${new URL(board).host}` : `The ${SERVICES[kind]} board "${board}"`;
}

/** Asks a board for what it has now, keeps that, and says what came of it. At least 15 minutes lie between two answers. */
export async function refresh(deps: Refreshing, source: Board): Promise<Outcome> {
  const now = deps.clock();
  const openIds = await deps.repo.openIds(source.id);
  const nothing = { sourceId: source.id, open: openIds.length, added: 0, closed: 0, leftOut: 0 };
  const wait = source.askedAt === null ? 0 : +new Date(source.askedAt) + BETWEEN_MS - +now;
  // a clock that was set back makes nobody wait for hours
  if (wait > 0 && wait <= BETWEEN_MS) {
    const minutes = Math.ceil(wait / 60_000);
    const said = `${nameOf(source)} was asked less than 15 minutes ago: again in ${minutes} min.`;
    return { ...nothing, status: "too-soon", said };
  }
  const { bases, rules } = deps.reaching;
  const url = addressOf(source, bases);
  const trusted = source.kind === "page" ? [] : [new URL(bases[source.kind]).origin];
  const got = await get(url, source, { ...rules, trusted: [...rules.trusted, ...trusted] });
  const askedAt = now.toISOString();
  const keep = (outcome: Outcome, changed: Partial<StoredSource>) =>
    keepOutcome(deps, { ...source, ...changed }, outcome);
  if (!got.ok) {
    if (isGone(source, got.reason)) return closePage(deps, { ...source, askedAt, fetchedAt: askedAt }, openIds);
    const outcome: Outcome = { ...nothing, status: "failed", said: saidOf(source, got.reason) };
    return keep(outcome, got.reason.answered ? { askedAt } : {});
  }
  if (got.value.body === "unchanged") {
    const outcome: Outcome = { ...nothing, status: "unchanged", said: `${nameOf(source)} has nothing new.` };
    return keep(outcome, { askedAt, fetchedAt: askedAt });
  }
  const read = await readBoardApart(source, got.value.body);
  if (!read.ok)
    return keep(
      { ...nothing, status: "failed", said: `${nameOf(source)} ${read.reason}.${keptWords(source)}` },
      { askedAt },
    );
  const { etag, lastModified } = got.value;
  return keepReading(deps, { ...source, askedAt, fetchedAt: askedAt, etag, lastModified }, { ...read.value, openIds });
}

type Read = {
  postings: StoredPosting["published"][];
  ids: Set<string>;
  leftOut: number;
  isWhole: boolean;
  openIds: string[];
};

async function keepReading({ repo }: Refreshing, source: StoredSource, read: Read): Promise<Outcome> {
  const firstSeenAt = source.fetchedAt ?? source.addedAt;
  const idOf = (externalId: string) => textHash(`${source.id} ${externalId}`);
  const postings = read.postings.map((published) => ({
    id: idOf(published.externalId),
    sourceId: source.id,
    published,
    firstSeenAt,
    closedAt: null,
  }));
  const there = new Set([...read.ids].map(idOf));
  // where a posting did not say which it is, one that seems gone may be that one
  const closed = read.isWhole ? read.openIds.filter((id) => !there.has(id)) : [];
  const known = new Set(read.openIds);
  const added = postings.filter(({ id }) => !known.has(id)).length;
  const open = known.size + added - closed.length;
  const { leftOut } = read;
  const parts = [
    `${open} open`,
    ...(added > 0 ? [`${added} new`] : []),
    ...(closed.length > 0 ? [`${closed.length} closed since`] : []),
    ...(leftOut > 0 ? [`${leftOut} left out, which could not be read`] : []),
  ];
  const said = `${parts.join(", ")}.`;
  const outcome: Outcome = {
    sourceId: source.id,
    status: "fetched",
    said,
    open,
    added,
    closed: closed.length,
    leftOut,
  };
  await repo.keepFetched({ ...source, outcome }, postings, closed);
  return outcome;
}

/** The page of one job that is not there any more: the job is filled. */
function isGone({ kind, fetchedAt }: Board, { status }: NotGot): boolean {
  return kind === "page" && fetchedAt !== null && (status === 404 || status === 410);
}

async function closePage({ repo }: Refreshing, source: Board, openIds: string[]): Promise<Outcome> {
  const closed = openIds.length;
  const said = `${nameOf(source)} is gone: ${closed === 1 ? "its posting is" : "its postings are"} closed.`;
  const outcome: Outcome = { sourceId: source.id, status: "fetched", said, open: 0, added: 0, closed, leftOut: 0 };
  await repo.keepFetched({ ...source, outcome }, [], openIds);
  return outcome;
}

async function keepOutcome({ repo }: Refreshing, source: StoredSource, outcome: Outcome): Promise<Outcome> {
  await repo.keepFetched({ ...source, outcome }, [], []);
  return outcome;
}

function saidOf(source: Board, { status, said }: NotGot): string {
  if (status === 404 && source.kind !== "page")
    return `There is no ${SERVICES[source.kind]} board "${source.board}". Its name is the part after the host in the address of the company's job page.`;
  if (status === 404) return `There is no page at ${source.board}.`;
  if (status === 429) return `${nameOf(source)} has been asked too often. Try again in an hour.`;
  return `${nameOf(source)} ${said}.${keptWords(source)}`;
}

function keptWords({ fetchedAt }: Board): string {
  return fetchedAt === null ? "" : " What was fetched before is kept.";
}
