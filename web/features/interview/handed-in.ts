import type { Session, Work } from "./types.ts";

type Made = Work["rounds"][number];
type HandedIn = { text: string; language: Made["language"]; said: string };

const NAMES = { python: "The code", design: "The design" } as const;
const HANDED_IN: Record<Made["language"], string> = { python: "submit", design: "run" };

/** What a round is judged by, as it stood when it was handed in last, else at the end; undefined in a round of talk. */
export function handedIn({ texts, rounds }: Work, turns: Session["turns"], round: number): HandedIn | undefined {
  const made = rounds.find((each) => each.round === round);
  if (!made) return undefined;
  const { language, moments } = made;
  const wanted = HANDED_IN[language];
  const sent = new Set(turns.flatMap(({ seq, did }) => (did?.type === wanted ? [seq] : [])));
  const last = moments.findLast(({ seq, verdict }) => verdict !== null && sent.has(seq));
  const text = texts[(last ?? moments.at(-1))?.text ?? -1] ?? "";
  if (text.trim() === "") return undefined;
  const when = last ? `as ${language === "python" ? "handed in" : "run"} last` : "as it stood at the end";
  return { text, language, said: `${NAMES[language]}, ${when}${last?.verdict ? `: ${last.verdict.said}` : ""}` };
}
