import type { Tailoring } from "../../features/tailoring/schema.ts";
import { oneLine, percent } from "../../lib/text.ts";

const MOST_SHOWN = 15;

/** What a posting asks for and what follows, as text. */
export function describeTailoring(read: Tailoring): string {
  if (read.about.kind !== "ai-ml") return read.about.said;
  return [whom(read), asks(read), missing(read), rounds(read), questions(read), stories(read), cv(read)].join("\n\n");
}

function whom({ title, role, level }: Tailoring): string {
  const said = (shown: readonly { text: string }[]) => shown.map(({ text }) => `“${text}”`).join(", ");
  return [
    title,
    `Role: ${role.id ? `${role.title} (${said(role.shown)})` : `not said; weighed as ${role.weighedAs}`}`,
    `Level: ${level.id ? `${level.id} (${said(level.shown)})` : "not said"}`,
  ].join("\n");
}

function asks({ skills }: Tailoring): string {
  const rows = skills.slice(0, MOST_SHOWN).map(({ title, weight, phrases }) => {
    const words = [...new Set(phrases.map(({ text }) => `“${oneLine(text)}”`))].slice(0, 3);
    return `  ${percent(weight).padStart(5)}  ${title}: ${words.join(", ")}`;
  });
  return ["Asks for", ...rows].join("\n");
}

function missing({ gaps }: Tailoring): string {
  const rows = gaps.slice(0, MOST_SHOWN).map(({ title, state, expected, interval }) => {
    if (state === "unknown" || expected === null || interval === null) return `  ${title}: not known yet`;
    const range = `${percent(expected)} expected, ${percent(interval[0])} to ${percent(interval[1])}`;
    return `  ${title}: ${state === "below" ? "below ready" : "not sure"} (${range})`;
  });
  return ["Gaps", ...(rows.length > 0 ? rows : ["  none of what it asks for"])].join("\n");
}

function rounds(read: Tailoring): string {
  return [
    "Likely rounds",
    ...read.rounds.map(({ round, minutes, because }) => `  ${round}, ${minutes} min (${because})`),
  ].join("\n");
}

function questions(read: Tailoring): string {
  return ["Questions to expect", ...read.questions.map(({ title, kind, to }) => `  ${title} (${kind}) ${to}`)].join(
    "\n",
  );
}

function stories(read: Tailoring): string {
  const told = read.stories.map(({ competency, stories: own }) => {
    const titles = own.map(({ title }) => title).join("; ");
    return `  ${competency}: ${titles || "no story of yours carries it yet"}`;
  });
  const projects = read.projects.map(
    ({ title, shared }) => `  ${title}: ${shared.map((each) => each.title).join(", ")}`,
  );
  return [
    "Stories to lead with",
    ...told,
    ...(projects.length > 0 ? ["", "Projects to lead with", ...projects] : []),
  ].join("\n");
}

function cv({ cv: { name, checks } }: Tailoring): string {
  if (name === null) return "CV checklist\n  No CV is kept: add one under Claims, or a JSON Resume in the portfolio.";
  const rows = checks.map(({ skill, state, phrases, found }) => {
    if (state === "said") return `  has it    ${skill.title}: “${found}”`;
    if (state === "other-words")
      return `  in other words  ${skill.title}: the posting says “${phrases[0]}”, yours “${found}”`;
    return `  missing   ${skill.title}: “${phrases.join("”, “")}”`;
  });
  return [`CV checklist (${name})`, ...rows].join("\n");
}
