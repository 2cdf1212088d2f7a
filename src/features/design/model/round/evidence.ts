import type { RoundEvidence } from "../../../../shared/rounds/assessment.ts";
import { SAID_APART } from "../../../../shared/rounds/reading.ts";
import type { Dimension, Scorecard } from "../../schema.ts";
import { type AskedPrompt, type DesignState, MET, promptOf } from "./state.ts";
import type { Aloud } from "./think-aloud.ts";

const MOST_EVIDENCE = 8;

type Dimensioned = { dimension: Dimension; evidence: RoundEvidence };
type Shown = { state: DesignState; card: Scorecard; aloud: Aloud | undefined };

/** What a few dimensions stand on: words with their moment, then what runs, drawing and sheet showed; of each the bad and the good in turn. */
export function evidenceFor(of: readonly Dimension[], shown: Shown): RoundEvidence[] {
  const all = [...quotesOf(shown.state), ...askedFor(shown.state), ...aloudOf(shown), ...figuresOf(shown)];
  const own = all.filter(({ dimension }) => of.includes(dimension)).map(({ evidence }) => evidence);
  const spoken = own.filter(({ quote }) => quote !== "");
  const figures = own.filter(({ quote }) => quote === "").toSorted((a, b) => Number(a.good) - Number(b.good));
  const half = MOST_EVIDENCE / 2;
  const quotes = spoken.slice(0, Math.max(half, MOST_EVIDENCE - figures.length));
  return [...quotes, ...figures.slice(0, MOST_EVIDENCE - quotes.length)];
}

function quotesOf({ setup, asked }: DesignState): Dimensioned[] {
  return asked.flatMap((so) => {
    const prompt = promptOf(setup, so.id);
    const { dimension, points } = prompt ?? { dimension: "scoping" as const, points: [] };
    const wrong = (so.reading?.mistaken ?? []).map(({ span, whyWrong }) => ({
      dimension,
      evidence: { ...momentOf(so, span), says: whyWrong, good: false },
    }));
    const made = points.flatMap(({ id, metWhen }): Dimensioned[] => {
      const read = so.reading?.points.find((each) => each.id === id);
      if (!read?.span || read.probability < MET) return [];
      return [{ dimension, evidence: { ...momentOf(so, read.span), says: metWhen, good: true } }];
    });
    return [...wrong, ...made];
  });
}

/** The utterance in which a place lies: readings speak of all that was said to one question, joined. */
function momentOf({ said }: AskedPrompt, span: { start: number; text: string }): { seq: number | null; quote: string } {
  let before = 0;
  for (const { seq, text } of said) {
    before += text.length + SAID_APART.length;
    if (span.start < before) return { seq, quote: span.text.trim() };
  }
  return { seq: said.at(-1)?.seq ?? null, quote: span.text.trim() };
}

function askedFor({ setup, facts }: DesignState): Dimensioned[] {
  const early = facts.filter((fact) => fact.early);
  const heard = early.map(({ seq, text, id }) => {
    const about = setup.facts.find((fact) => fact.id === id)?.about ?? id;
    return { seq, quote: text.trim(), says: `asks for it before drawing: ${about}`, good: true };
  });
  const missed = setup.facts
    .filter(({ id, essential }) => essential && early.every((fact) => fact.id !== id))
    .map(({ about }) => ({ seq: null, quote: "", says: `Never asked before the first run: ${about}.`, good: false }));
  return [...heard, ...missed].map((evidence) => ({ dimension: "scoping" as const, evidence }));
}

function aloudOf({ aloud }: Shown): Dimensioned[] {
  if (!aloud) return [];
  const { first, named, of, score } = aloud;
  const says = `speaks of ${named} of ${of} parts while drawing them`;
  return [
    { dimension: "communication", evidence: { seq: first.seq, quote: first.text.trim(), says, good: score >= MET } },
  ];
}

/** What was seen without words, with the moment of what was done. */
function figuresOf({ state, card }: Shown): Dimensioned[] {
  const seqs: Partial<Record<string, number | undefined>> = {
    run: state.runs.at(-1)?.seq,
    design: state.runs.at(-1)?.seq ?? state.drawn?.seq,
    estimate: state.estimates?.seq,
  };
  return card.dimensions.flatMap(({ id, evidence }) =>
    evidence.flatMap(({ kind, text, good }): Dimensioned[] =>
      kind in seqs ? [{ dimension: id, evidence: { seq: seqs[kind] ?? null, quote: "", says: text, good } }] : [],
    ),
  );
}
