import type { Claim, TextSpan } from "../../../shared/claims/claim.ts";

const SCALE_NOUN =
  /\b(?:users?|customers?|people|patients?|students?|requests?|queries|calls|rows|records|events|images|documents|tickets|transactions?|orders|sessions|products|items|listings|stores|markets|countries|languages|teams?|engineers?|analysts?|hospitals?|devices|sensors|GPUs?|nodes|machines|tokens|parameters|samples|videos|hours of|models|services|pipelines|(?:TB|GB|PB)\b|terabytes?|a (?:day|week|month|year)|per (?:day|second|month|year|week)|daily|monthly|yearly|annual(?:ly)?|QPS|RPS)\b/iu;

/** The figure that says how large it was: people, requests, rows, money, data, in a claim that is no change. */
export function scaleIn(text: string, claims: readonly Claim[]): TextSpan | undefined {
  const counted = claims.find(
    ({ kind, unit, metric, target }) =>
      kind === "level" &&
      target === undefined &&
      (["people", "bytes"].includes(unit) || (unit === "money" && metric !== undefined) || unit === "count"),
  );
  if (counted) return counted.figure;
  const worded =
    /(?:\b\d[\d.,]*\s?(?:k|m|bn|b|million|billion|thousand|hundred)?\+?\s+|\b(?:millions|thousands|hundreds|dozens) of )(?:\w+[- ]){0,2}?/iu;
  const match = new RegExp(`${worded.source}${SCALE_NOUN.source}`, "iu").exec(text);
  return match ? { start: match.index, end: match.index + match[0].length, text: match[0] } : undefined;
}

const OWN_VERBS =
  "design|train|buil[dt]|wr(?:ote|itten)|implement|develop|le[d]|lead|measur|introduc|replac|migrat|reduc|cut|rais|increas|improv|automat|creat|deploy|ship|launch|debug|fix|propos|decid|negotiat|mentor|taught|ran|run|scal|optimi[sz]|refactor|rewr(?:ote|itten)|analy[sz]|discover|found|prov|publish|start|own|architect|prototyp|evaluat|labell?|collect|clean|model|fine-tun|distill|quanti[sz]|shorten|sav|halv|doubl|tripl|lower|boost|grew|drove|deliver|defin|set up|moved|trimm|accelerat|speed|sped|eliminat|prevent|detect|removed?|merg|consolidat|benchmark|simulat|forecast|predict|hired|organi[sz]|coordinat|convinc|persuad";
const OWN = new RegExp(`^(?:[-•*–]\\s*)?(?:I\\s+(?:\\w+ly\\s+)?)?((?:co-)?(?:${OWN_VERBS})\\w*)\\b`, "iu");
const OWN_LATER = new RegExp(`\\bI\\s+(?:\\w+ly\\s+)?((?:${OWN_VERBS})\\w*)\\b`, "iu");
const WEAK =
  /^(?:[-•*–]\s*)?(?:I\s+)?((?:was\s+)?(?:responsible for|involved in|part of|tasked with|exposed to)|(?:help(?:ed)?|assist(?:ed)?|support(?:ed)?|participat(?:ed)?|contribut(?:ed)?|work(?:ed)?|collaborat(?:ed)?)\b(?:\s+(?:on|in|to|with))?|worked closely)/iu;
const TEAM = /^(?:[-•*–]\s*)?(?:we|our team|the team)\b/iu;

/** The candidate's own act at the front of the line, and a question where the line hides it. */
export function ownPart(text: string): { found: TextSpan | undefined; ask: string | undefined } {
  const trimmed = text.trimStart();
  const offset = text.length - trimmed.length;
  const weak = WEAK.exec(trimmed)?.[1];
  if (weak) return { found: undefined, ask: `"${weak.trim()}" hides what you did: which part was yours?` };
  const match = OWN.exec(trimmed) ?? OWN_LATER.exec(trimmed);
  if (match?.[1]) {
    const start = offset + match.index + match[0].length - match[1].length;
    return { found: { start, end: start + match[1].length, text: match[1] }, ask: undefined };
  }
  if (TEAM.test(trimmed)) return { found: undefined, ask: "The team did it: what did you decide, build or find?" };
  return { found: undefined, ask: undefined };
}
