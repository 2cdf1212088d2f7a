import { quoted } from "../../lib/markdown.ts";
import type { Result } from "../../lib/result.ts";
import { readItemFiles, writeItemFiles } from "../../shared/archive/item-files.ts";
import type { InterviewRepo } from "./repo.ts";
import { WholeSession } from "./stored.ts";

/** Writes every session with its log; returns how many there were. */
export async function exportInterviews(repo: InterviewRepo, folder: string): Promise<number> {
  const sessions = (await repo.sessions()).toSorted((a, b) => a.id.localeCompare(b.id));
  const items = await Promise.all(
    sessions.map(async (session) => {
      const data: WholeSession = { session, events: await repo.events(session.id) };
      return { name: session.id, data, markdown: transcript(data) };
    }),
  );
  return writeItemFiles(folder, items);
}

/** Reads what `exportInterviews` wrote; nothing is stored by this. */
export function readExportedInterviews(folder: string): Promise<Result<WholeSession[], string[]>> {
  return readItemFiles(folder, WholeSession);
}

function transcript({ session, events }: WholeSession): string {
  const turns = events.flatMap(({ round, body }) => {
    if (body.kind === "opened") return [`## ${session.rounds[round]?.title ?? "Round"}`];
    if (body.kind === "spoke") return [`Interviewer:\n\n${quoted(body.text)}`];
    return body.kind === "said" ? [`Candidate:\n\n${quoted(body.text)}`] : [];
  });
  const scored = session.scorecard ? [`## The panel`, ...session.scorecard.debrief] : [];
  return [`# ${session.title}`, `Begun ${session.createdAt}.`, ...turns, ...scored, ""].join("\n\n");
}
