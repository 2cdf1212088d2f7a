import type { DocumentKind, FindingKind } from "./types.ts";

export const FINDING_TITLES: Record<FindingKind, string> = {
  "two-values": "Two values",
  unlikely: "Hard to believe as it stands",
  unsupported: "Nothing behind it yet",
};

export const FINDING_HELP: Record<FindingKind, string> = {
  "two-values": "The same thing, with figures that do not agree. An interviewer who reads both asks about this first.",
  unlikely: "A figure that makes an interviewer doubt the rest, unless a few words are added.",
  unsupported: "Lines of your CV that no story, project or impact line tells more of. You will be asked to.",
};

export const DOCUMENT_KINDS: Record<DocumentKind, string> = { cv: "CV", transcript: "Transcript of an interview" };
