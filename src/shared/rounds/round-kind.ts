import { z } from "zod";

/** The kinds of interview round, in the words of those who hold them. */
export const ROUND_TITLES = {
  coding: "Coding",
  debugging: "Debugging",
  progressive: "Progressive coding",
  assisted: "AI-assisted coding",
  breadth: "ML breadth",
  depth: "ML depth",
  design: "ML system design",
  "responsible-ai": "Responsible AI",
  behavioral: "Behavioral",
  "deep-dive": "Project deep dive",
  paper: "Paper talk",
  "own-paper": "Paper talk from your notes",
  metrics: "Experiments and product metrics",
  "hiring-manager": "Hiring manager",
} as const;
export type RoundKind = keyof typeof ROUND_TITLES;
export const ROUND_KINDS = Object.keys(ROUND_TITLES) as [RoundKind, ...RoundKind[]];
export const RoundKind = z.enum(ROUND_KINDS);
