import type { Metric } from "./metric-table.ts";
import { type Quantity, wordsBefore, wordsBehind } from "./quantity.ts";

const DOWN_VERB =
  "reduc(?:ed|es|e|ing)|decreas(?:ed|es|e|ing)|cut(?:s|ting)?|lower(?:ed|s|ing)|dropp(?:ed|ing)|drops?|fell|fall(?:s|ing)?|shr(?:ank|ink(?:s|ing)?|unk)|trimm(?:ed|ing)|slash(?:ed|es|ing)|shorten(?:ed|s|ing)?|minimi[sz](?:ed|ing)|declin(?:ed|ing)|down|shav(?:ed|ing)|eliminat(?:ed|ing)|remov(?:ed|ing)|compress(?:ed|ing)|lost";
const UP_VERB =
  "increas(?:ed|es|e|ing)|rais(?:ed|es|e|ing)|r[oi]se(?:s|n)?|rising|grew|grow(?:n|s|ing)?|boost(?:ed|s|ing)?|lift(?:ed|s|ing)?|gain(?:ed|s|ing)?|up|climb(?:ed|ing)?|jump(?:ed|ing)?|scal(?:ed|ing)|expand(?:ed|ing)|add(?:ed|ing)|doubled|went up|push(?:ed|ing)";
const BETTER_VERB =
  "improv(?:ed|es|e|ing)|enhanc(?:ed|es|e|ing)|optimi[sz](?:ed|es|e|ing)|accelerat(?:ed|es|e|ing)|sp(?:ed|eed(?:s|ing)?)(?: up)?|outperform(?:ed|s|ing)?|beat(?:s|ing)?|surpass(?:ed|es|ing)?|exceed(?:ed|s|ing)?|strengthen(?:ed|ing)?|sav(?:ed|es|e|ing)|better";
const DOWN_NOUN = "reductions?|decreases?|drops?|decline|fewer|less|lower|smaller|cheaper|shorter|cuts?|fall|down";
const UP_NOUN =
  "increases?|gains?|growth|higher|more|larger|bigger|longer|rise|jump|uplift|lift|boost|up|additional|extra|lead";
const BETTER_NOUN =
  "improvements?|faster|slower|better|worse|speed-?ups?|savings?|advantage|over (?:the )?baseline|change|difference|increase in performance";

const CHANGE_BEHIND = new RegExp(
  `^(?:\\s*\\)|\\s*[-–])?\\s*(?:(?:[\\p{L}][\\p{L}\\p{N}/'’-]*\\s+){0,3}?)(?:(${DOWN_NOUN})|(${UP_NOUN})|(${BETTER_NOUN}))(?![\\p{L}\\p{N}-])`,
  "iu",
);
const ABOUT =
  "(?:(?:by|about|around|roughly|approximately|approx\\.?|nearly|almost|over|more than|up to|another|some|an?|at least|less than|under|just|only|another|well over|~|≈|>|<|some)\\s*){0,3}";
const NOUN_BEFORE = new RegExp(
  `(?:(${DOWN_NOUN})|(${UP_NOUN}|increase)|(${BETTER_NOUN}|delta|improvement))(?:\\s+in\\s+[^,;:.]{2,40}?)?\\s*(?:of|was|is|=|:|by|reached)?\\s*${ABOUT}$`,
  "iu",
);
const VERB = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${DOWN_VERB})|(${UP_VERB})|(${BETTER_VERB}))(?![\\p{L}\\p{N}])`, "giu");
const MOVED_BY = new RegExp(`(?<![\\p{L}])by\\s*${ABOUT}$`, "iu");
const TO_BEFORE =
  /(?<![\p{L}])(?:to|at|of|reach(?:ed|ing)|hit(?:ting)?|achiev(?:ed|ing)|from|with|on|for|below|under|above|than|against|within|via|across|into|is|was|in|covering|serving|using|handling|processing)\s*(?:(?:an?|the|about|around|over|only|just|nearly|almost|roughly|up to|more than|less than|~|under|below)\s*){0,3}$/iu;

export type Direction = "up" | "down" | "better" | undefined;

/** Whether a figure says how far something moved, and which way the words say it moved. */
export function changeOf(quantity: Quantity, sentence: string): { kind: "level" | "change"; direction: Direction } {
  const { unit, sign } = quantity;
  const before = clauseBefore(sentence, quantity.start);
  const behind = clauseBehind(sentence, quantity.end);
  const verb = lastVerb(before);
  const noun = directionOf(CHANGE_BEHIND.exec(behind)) ?? directionOf(NOUN_BEFORE.exec(before));
  const relative = unit === "share" || unit === "points" || unit === "ratio";
  if (sign && unit !== "number" && unit !== undefined)
    return { kind: "change", direction: sign === "+" ? "up" : "down" };
  const moved = { kind: "change", direction: noun ?? verb?.direction } as const;
  if (unit === "points" || unit === "ratio") return moved;
  if (MOVED_BY.test(before) && (relative || verb)) return moved;
  if (verb && quantity.spelled && unit === "share" && /\bin\s*$/iu.test(before)) return moved;
  if (unit === undefined && verb && verb.gap <= 1 && quantity.decimals > 0 && !TO_BEFORE.test(before)) return moved;
  if (relative && noun && !/^(?:\s+of|\s+on)\b/iu.test(behind)) return moved;
  if (
    !relative &&
    directionOf(
      /^\s*(?:(less|fewer|lower|cheaper|shorter)|(more|higher|longer)|(faster|saved|savings?|improvement))(?![\p{L}-])/iu.exec(
        behind,
      ),
    )
  )
    return moved;
  if (
    verb &&
    verb.gap <= (relative || verb.saves ? 4 : 2) &&
    !TO_BEFORE.test(before) &&
    (relative || unit === "seconds" || unit === "money" || unit === "bytes")
  )
    return { ...moved, direction: verb.direction };
  return { kind: "level", direction: undefined };
}

/** The signed value of a change: what is better of a thing that should be low is down. */
export function signed(value: number, direction: Direction, better: Metric["better"]): number {
  if (direction === "down") return -Math.abs(value);
  if (direction === "better" && better === "down") return -Math.abs(value);
  return Math.abs(value);
}

function directionOf(match: RegExpExecArray | null): Direction {
  if (!match) return undefined;
  return match[1] ? "down" : match[2] ? "up" : "better";
}

function lastVerb(before: string): { direction: Direction; gap: number; saves: boolean } | undefined {
  let last: RegExpExecArray | undefined;
  for (const match of before.matchAll(VERB)) last = match;
  if (!last) return undefined;
  const between = before.slice(last.index + last[0].length).trim();
  return {
    direction: directionOf(last),
    saves: /^sav/iu.test(last[0]),
    gap: between === "" ? 0 : between.split(/\s+/u).length,
  };
}

function clauseBefore(sentence: string, at: number): string {
  const before = wordsBefore(sentence, at);
  const cut = Math.max(
    before.lastIndexOf(";"),
    before.lastIndexOf(": "),
    before.lastIndexOf(" while "),
    before.lastIndexOf("|"),
  );
  return before.slice(cut + 1);
}

function clauseBehind(sentence: string, at: number): string {
  const behind = wordsBehind(sentence, at);
  return behind.split(/[,;.|(]|\s(?:and|but|while|to|from|with|for|using|by|than|on|across|after)\s/u)[0] ?? "";
}
