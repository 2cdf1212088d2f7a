import type { ClaimSource } from "../../shared/claims/claim.ts";
import type { RoundKind } from "../../shared/rounds/round-kind.ts";
import type { StoredEvent, StoredSession } from "./stored.ts";

/** Rounds in which candidates speak of their own work; figures of the others belong to the case. */
const OWN_WORK: readonly RoundKind[] = ["behavioral", "deep-dive", "hiring-manager"];

/** What a candidate told of their own work, a text a round. */
export function toldOfOneself(session: StoredSession, events: readonly StoredEvent[]): ClaimSource[] {
  return session.rounds.flatMap(({ kind, title }, at): ClaimSource[] => {
    if (!OWN_WORK.includes(kind)) return [];
    const said = events.flatMap(({ round, body }) => (round === at && body.kind === "said" ? [body.text.trim()] : []));
    const text = said.filter((each) => each !== "").join("\n\n");
    if (text === "") return [];
    const id = `interview/${session.id}/${at}`;
    const to = `/interview/${session.id}`;
    return [{ id, kind: "transcript", title: `${session.title}: ${title}`, to, text, group: id }];
  });
}
