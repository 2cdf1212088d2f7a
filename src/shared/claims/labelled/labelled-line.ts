import type { Claim } from "../claim.ts";

/**
 * A line with its figures in braces: `Cut {120 ms to 80 ms|0.08 seconds|latency|0.12}` is figure, value and unit (and
 * `change`), metric (`-` where none is named) and baseline; what is left out is not checked.
 */
export type LabelledLine = { text: string; figures: LabelledFigure[] };
type LabelledFigure = {
  start: number;
  text: string;
  value?: number;
  unit?: string;
  kind?: string;
  metric?: string;
  baseline?: number;
};

export function readLabelled(line: string): LabelledLine {
  let text = "";
  let from = 0;
  const figures: LabelledFigure[] = [];
  for (const match of line.matchAll(/\{([^{}]*)\}/gu)) {
    text += line.slice(from, match.index);
    from = match.index + match[0].length;
    const [figure = "", said, metric, baseline] = (match[1] ?? "").split("|");
    const [value, unit, kind = "level"] = said ? said.split(" ") : [];
    figures.push({
      start: text.length,
      text: figure,
      ...(value === undefined || unit === undefined ? {} : { value: Number(value), unit, kind }),
      ...(metric === undefined ? {} : { metric }),
      ...(baseline === undefined ? {} : { baseline: Number(baseline) }),
    });
    text += figure;
  }
  return { text: text + line.slice(from), figures };
}

export type Score = { found: number; right: number; wanted: number; wrong: string[] };

/** How the claims read in a line compare with its labels: a figure is right where place and all that is labelled agree. */
export function scoreLine({ text, figures }: LabelledLine, claims: readonly Claim[]): Score {
  const wrong: string[] = [];
  let right = 0;
  for (const wanted of figures) {
    const claim = claims.find(({ figure }) => figure.start === wanted.start && figure.text === wanted.text);
    const faults = claim ? differences(wanted, claim) : ["not found"];
    if (faults.length === 0) right++;
    else wrong.push(`${text} :: ${wanted.text}: ${faults.join(", ")}`);
  }
  for (const { figure } of claims)
    if (!figures.some(({ start, text: written }) => start === figure.start && written === figure.text))
      wrong.push(`${text} :: ${figure.text}: is no figure`);
  return { found: claims.length, right, wanted: figures.length, wrong };
}

function differences(wanted: LabelledFigure, claim: Claim): string[] {
  const faults: string[] = [];
  const compare = (name: string, want: unknown, have: unknown) => {
    if (want !== undefined && want !== have) faults.push(`${name} ${String(have)}, not ${String(want)}`);
  };
  if (wanted.value !== undefined && Math.abs(claim.value - wanted.value) > Math.abs(wanted.value) * 0.005)
    faults.push(`value ${claim.value}, not ${wanted.value}`);
  compare("unit", wanted.unit, claim.unit);
  compare("kind", wanted.kind, claim.kind);
  compare("metric", wanted.metric, claim.metric ?? "-");
  if (wanted.baseline !== undefined && Math.abs((claim.baseline ?? Number.NaN) - wanted.baseline) > 1e-9)
    faults.push(`baseline ${claim.baseline}, not ${wanted.baseline}`);
  if (wanted.baseline !== undefined && claim.baseline === undefined) faults.push("no baseline");
  return faults;
}
