import type { Command } from "./command.ts";

export type Entry = { usage: string; does: string; load: () => Promise<{ command: Command }> };

/** Every command by its words. Each is loaded when it is called, so that help costs nothing. */
export const table: Record<string, Entry> = {
  serve: {
    usage: "serve [--port N] [--database-url URL]",
    does: "the app, on 127.0.0.1",
    load: () => import("./serve.ts"),
  },
  doctor: {
    usage: "doctor",
    does: "versions, Python, sandbox, free disk; what is missing and the mend",
    load: () => import("./doctor.ts"),
  },
  judge: {
    usage: "judge SLUG FILE | judge --problem DIR FILE [--debug]",
    does: "judges a solution; --debug prints each test",
    load: () => import("./judge.ts"),
  },
  grade: {
    usage: "grade QUESTION [--answer FILE] [--seed N] | grade --batch FILE.jsonl",
    does: "grades an answer by its question's rubric, or rows of {question, references, answer}, one a line",
    load: () => import("./grade.ts"),
  },
  "design run": {
    usage: "design run FILE --case SLUG|DIR [--scenario ID] [--seed N] [--runs N]",
    does: "runs a design through the scenarios of a case; exits with 1 where it misses an objective",
    load: () => import("./design-run.ts"),
  },
  "stories check": {
    usage: "stories check FILE [--prompt SLUG]",
    does: "reads a story as an interviewer hears it: its parts, what is missing, levels, follow-ups",
    load: () => import("./stories-check.ts"),
  },
  "explain check": {
    usage: "explain check SLUG --audience WHO [--answer FILE]",
    does: "reads an explanation as its listener hears it; without FILE from standard input; exits with 1 below 0.6",
    load: () => import("./explain.ts"),
  },
  "portfolio scan": {
    usage: "portfolio scan PATH|URL…",
    does: "reads repositories as an interviewer would: evidence, mends, questions; exits with 1 where one gives away a secret",
    load: () => import("./portfolio-scan.ts"),
  },
  "portfolio github": {
    usage: "portfolio github USER",
    does: "lists the public repositories of a GitHub user, and counts what they did in those of others",
    load: () => import("./portfolio-github.ts"),
  },
  "portfolio site": {
    usage: "portfolio site DIR [--theme paper|slate] [--resume FILE]",
    does: "writes the static site of your projects and your CV",
    load: () => import("./portfolio-site.ts"),
  },
  interview: {
    usage:
      "interview --rounds KIND[,KIND…] [--role ROLE] [--minutes N] [--difficulty 1-5] [--persona P] [--seed N] [--script FILE [--keep]]",
    does: "holds a mock in the terminal, or one whose candidate speaks from a script; exits with 1 where the panel would not hire",
    load: () => import("./interview.ts"),
  },
  readiness: {
    usage: "readiness [--role ROLE]",
    does: "what is expected of you in each round of a role, measured on items you never practised, with its interval",
    load: () => import("./readiness.ts"),
  },
  plan: {
    usage: "plan [--minutes N] [--role ROLE] [--date DAY|none] [--hours H] [--keep]",
    does: "what to do today and why, and the days after; --keep keeps the role, the date and the hours a week",
    load: () => import("./plan.ts"),
  },
  "plan calendar": {
    usage: "plan calendar FILE",
    does: "writes the plan as iCalendar; importing it again moves what was imported before",
    load: () => import("./plan-calendar.ts"),
  },
  "jobs list": {
    usage: "jobs list",
    does: "the boards that you named, and what came of their last refresh",
    load: () => import("./jobs-list.ts"),
  },
  "jobs refresh": {
    usage: "jobs refresh [BOARD…]",
    does: "asks your boards, or those named (https://jobs.lever.co/NAME, ashby:NAME, the address of a page), for what is open now; a new one is added; exits with 1 where one fails",
    load: () => import("./jobs-refresh.ts"),
  },
  "jobs search": {
    usage:
      'jobs search TEXT… [--role ROLE] [--level LEVEL] [--place PLACE] [--workplace remote|hybrid|on-site] [--pay "150000 USD"] [--since DAY] [--closed]',
    does: "finds postings of your boards, or of the sample while there is none; exits with 1 where nothing is found",
    load: () => import("./jobs-search.ts"),
  },
  "jobs match": {
    usage: "jobs match FILE|- [--role ROLE]",
    does: "reads a job description: role, level, what it asks for by weight, gaps, rounds, a CV checklist; exits with 1 where it is none of AI or ML",
    load: () => import("./jobs-match.ts"),
  },
  "tools search": {
    usage: "tools search TEXT… [--kind KIND] [--language L] [--terms T] [--interviews]",
    does: "finds AI and ML tools: what each is for, its terms, what to weigh it against; exits with 1 where there is none",
    load: () => import("./tools.ts"),
  },
  "companies questions": {
    usage: "companies questions [--interviewer WHO] [--round ROUND]",
    does: "what to ask your interviewers, with what a good answer and a warning sign sound like",
    load: () => import("./companies-questions.ts"),
  },
  "companies offers": {
    usage: "companies offers FILE.json",
    does: "compares offers over four years: low, likely and high, and after leaving early; see docs/companies.md",
    load: () => import("./companies-offers.ts"),
  },
  reading: {
    usage: "reading list | reading refresh | reading opml import FILE | reading opml export FILE",
    does: "the reading list; fetches the feeds, seldom and politely; brings lists of feeds in and out; exits with 1 where a feed was not got",
    load: () => import("./reading.ts"),
  },
  "content check": {
    usage:
      "content check [PATH…] [--kind coding|questions|designs|explain|behavioral|rounds|assisted|think-aloud|tools|questions-to-ask] [--fresh] [--seeds N] [--record]",
    does: "proves items of the bank",
    load: () => import("./content-check.ts"),
  },
  "content new": {
    usage: "content new coding SLUG [--kind implement|optimise|debug|progressive]",
    does: "makes the folder of a new problem",
    load: () => import("./content-new.ts"),
  },
  anki: {
    usage: "anki export FILE | anki import FILE",
    does: "practice questions and their schedule as a text that Anki imports, and back",
    load: () => import("./anki.ts"),
  },
  claims: {
    usage: "claims [FILE…]",
    does: "figures that contradict each other, are unlikely or have nothing behind them, in what you keep and in files; exits with 1 where there are",
    load: () => import("./claims.ts"),
  },
  export: {
    usage: "export DIR",
    does: "everything you did, to an open folder of JSON and Markdown",
    load: () => import("./export.ts"),
  },
  import: {
    usage: "import DIR",
    does: "brings an exported folder back",
    load: () => import("./import.ts"),
  },
};
