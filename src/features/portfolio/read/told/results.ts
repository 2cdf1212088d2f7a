import type { Claim } from "../../../../shared/claims/claim.ts";
import { extractClaims } from "../../../../shared/claims/extract-claims.ts";
import type { SourceLine } from "../../repository/source-text.ts";
import type { Evidence } from "../../schema.ts";
import { quoteOf, wholeWords } from "../prose/sentence.ts";
import type { Cell, Table } from "../prose/tables.ts";
import { type Section, sectionAt, type Telling } from "../prose/telling.ts";

/** A line that gives a figure of how good, fast or cheap it is. */
export type ResultLine = {
  telling: Telling;
  source: SourceLine;
  section: Section;
  /** What the figure is of, as it is written or by its standard name. */
  metric: string;
  /** The figure as written, its unit with it. */
  figure: string;
  /** The sentence or the row that it stands in. */
  said: string;
  /** The line that names the columns, where it stands in a table. */
  header: SourceLine | undefined;
};

const QUALITY = new Set(
  "balanced accuracy|accuracy|average precision|precision|recall|specificity|F1|AUC|NDCG|MRR|BLEU|ROUGE|METEOR|IoU|R²|MCC|kappa|correlation|Gini|KS|MAPE|WER|CER|false positive rate|false negative rate|error rate|calibration error|hallucination rate|win rate|pass rate|perplexity|RMSE|MSE|MAE|log loss|FID|PSNR|SSIM|Elo|silhouette|rank|latency|throughput|savings|cost|revenue|profit|losses|conversion|CTR|churn|retention|engagement|return rate|productivity|performance|effort|stock|waste|time saved".split(
    "|",
  ),
);
/** Said of these only where something changed: "churn is 26 %" describes the data. */
const CHANGES_ONLY = new Set([
  "churn",
  "retention",
  "revenue",
  "cost",
  "profit",
  "losses",
  "performance",
  "productivity",
  "engagement",
  "correlation",
  "stock",
  "waste",
  "effort",
  "conversion",
  "CTR",
  "savings",
  "error rate",
  "throughput",
  "return rate",
]);
const NOT_REACHED =
  /\b(?:targets?|ideal(?:ly)?|achievable|should|typical(?:ly)?|goals?|thresholds?|at least|must|should be (?:above|below)|required|alerts?|if the|when the|budget|e\.g\.|for example|chance of|random_state|test_size|trigger\w*|expected (?:range|to)|drops? (?:below|by|>|of)|squared|exceeds?|promoted|published benchmarks?|falls? below|fails? (?:if|when)|guard(?:rail)?s?|warn\w*)\b/i;
/** Of these a text speaks where it is about settings and machines, too. */
const SIDE = new Set(["latency", "throughput", "cost", "time saved"]);
const MEASURED =
  /\b(?:achiev\w+|reduc\w+|improv\w+|faster|average[sd]?|median|mean|p9\d|measured (?:at|on)|from \d)\b/i;
const RANKED = /\b(?:place|ranked|LB|leaderboard|top[- ]?\d|medal|out of \d|solution)\b/i;
const NO_RESULTS =
  /\b(?:install\w*|set-?up|usage|requirements?|prerequisites?|licen[sc]e|citations?|configuration|commands?|dependenc\w+|hardware|parameters?|arguments?|options|api|endpoints?|alert\w*|monitoring|roadmap|to-?do|news|changelog|data ?sets?|hyper-?parameters?|features|references?)\b/i;
const RESULTS =
  /\b(?:results?|performance|evaluation|benchmarks?|experiments?|metrics?|scores?|accuracy|leaderboard|comparison|findings|ablations?|model zoo|baselines?)\b/i;

/** The figures in a text that say how good the result is, in the order of its lines. */
export function resultsIn(telling: Telling): ResultLine[] {
  const text = telling.lines.map((line) => line.text).join("\n");
  const starts: number[] = [];
  let start = 0;
  for (const { text: line } of telling.lines) {
    starts.push(start);
    start += line.length + 1;
  }
  const claimed = extractClaims(text.slice(0, MOST_CHARS)).flatMap((claim) => {
    const at = starts.findLastIndex((each) => each <= claim.figure.start);
    return resultOf(telling, claim, at) ?? [];
  });
  return [...telling.tables.flatMap((table) => resultsOfTable(telling, table)), ...claimed].filter(
    (each, at, all) => all.findIndex(({ source }) => source === each.source) === at,
  );
}

const MOST_CHARS = 60_000;

function resultOf(telling: Telling, claim: Claim, at: number): ResultLine | undefined {
  const { metric, figure, sentence } = claim;
  const source = telling.lines[at];
  if (source === undefined || metric === undefined || !QUALITY.has(metric)) return undefined;
  if (NOT_REACHED.test(sentence.text) || sentence.text.length > 600 || source.text.includes("|")) return undefined;
  if (/^\s*(?:\d+[.)]\s*)?$/.test(source.text.slice(0, source.text.indexOf(figure.text)))) return undefined;
  const section = sectionAt(telling, at);
  if (!isMeant(claim, section) || (NO_RESULTS.test(section.title) && !RESULTS.test(section.title))) return undefined;
  return { telling, source, section, metric, figure: figure.text, said: sentence.text, header: undefined };
}

/** Whether a word that names a metric is meant as one. */
function isMeant({ metric = "", unit, kind, figure, sentence: { text } }: Claim, section: Section): boolean {
  if (CHANGES_ONLY.has(metric) && kind !== "change") return false;
  if (metric === "rank") return RANKED.test(text);
  if (SIDE.has(metric) && !MEASURED.test(text) && !RESULTS.test(section.title)) return false;
  if (metric === "precision" && /\b(?:half|mixed|full|single|double)[- ]precision/i.test(text)) return false;
  if (metric === "log loss" && /^\d+$/.test(figure.text.trim())) return false;
  // of cross-validation, not of what it found
  if (/^\d+[- ]?folds?$/i.test(figure.text)) return false;
  if (metric === "KS" && /\bp ?[<=]/i.test(text)) return false;
  return unit !== "count";
}

const METRIC =
  /\b(?:acc(?:uracy|\.)?(?:@\d+)?|top-?[15]|precision|recall|sensitivity|specificity|f-?1(?:[- ]score)?|f-?(?:score|measure)|macro|auc|auroc|roc|auprc|pr-?auc|map(?:@\d+)?|ap(?:50|75|_?[sml])?|box ap|miou|iou|dice|ndcg(?:@\d+)?|mrr|bleu|rouge\w*|meteor|cider|rmsl?e|mse|mae|mape|smape|r2|r²|r\^2|log-?loss|loss|nll|perplexity|ppl|fid|inception score|psnr|ssim|lpips|wer|cer|eer|elo|hit(?:s|@\d+| rate)?|score|(?:public|private)? ?(?:lb|leaderboard)|cv|oof|error|kappa|mcc|correlation|silhouette|latency|fps|throughput|speed-?up|win rate|pass@\d+|success rate|em|exact match|faithfulness|relevanc[ey]|reward|return|test|val(?:idation)?|dev)\b/i;
const NO_METRIC =
  /\b(?:params?|parameters?|size|epochs?|lr|learning|version|date|year|batch|resolution|gpus?|memory|download\w*|checkpoint|depth|layers?|seeds?|#|rank|flops|steps|default|type|description|model|n|count|samples|support|rows|images|time|weights?|dataset size|config|squared|threshold|targets?|range|required|minimum)\b/i;
const FIGURE =
  /^[~≈+-]?\s?(?:\d{1,3}\.\d{1,6}|\.\d{2,6}|\d{1,3}(?:\.\d+)?\s?%|\d{2,3})(?:\s?%)?(?:\s?(?:±|\+\/-|\+-|\()\s?[\d.]+\s?%?\)?)?\s?(?:ms|s|%|×|x)?(?:\s?\([^)]{0,30}\))?$/;

function isMeasured(title = ""): boolean {
  return METRIC.test(title) || !/weights?|targets?|thresholds?|importance/i.test(title);
}

const CAPTION = /\b(?:table|figures?|results?|scores?|values?|reports?|measured|evaluated)\b/i;

/** A table to choose from, of what others made. */
const CATALOGUE =
  /^(?:\W*)(?:supported|context|max tokens|price|license|licence|provider|vram|what (?:it|they) measures?)|model card/i;

function resultsOfTable(telling: Telling, { header, rows }: Table): ResultLine[] {
  const first = rows[0]?.[0]?.source ?? header[0]?.source;
  if (!first) return [];
  const section = sectionAt(telling, telling.lines.indexOf(first));
  if (NO_RESULTS.test(section.title) && !RESULTS.test(section.title)) return [];
  const about = section.titles.some((title) => RESULTS.test(title));
  if (header.some(({ text }) => CATALOGUE.test(text))) return [];
  const columns = columnsOf(header, about ? section : undefined);
  return rows.flatMap((cells) => {
    const label = cells[0]?.text ?? "";
    const own = METRIC.test(label) && cells.length >= 2;
    const cell = (
      own
        ? cells.slice(1).filter((each) => isMeasured(header[cells.indexOf(each)]?.text))
        : columns.flatMap((at) => cells[at] ?? [])
    ).find(({ text }) => FIGURE.test(text));
    if (!cell || (own && columns.length === 0 && !about)) return [];
    const column = header[cells.indexOf(cell)]?.text ?? "";
    const metric = own ? label : METRIC.test(column) ? column : (captionOf(section) ?? column);
    return [rowOf(telling, { section, cells, cell, metric, header })];
  });
}

/** The columns that hold figures: named by a metric, or by what was measured under a caption that names the metric. */
function columnsOf(header: readonly Cell[], results: Section | undefined): number[] {
  const named = header.flatMap(({ text }, at) =>
    METRIC.test(text) && !/^(?:type|description)/i.test(text) && !NO_METRIC.test(text.replace(METRIC, "")) ? [at] : [],
  );
  const isList = header.some(({ text }) =>
    /^\W*(?:metrics?|measures?|values?|fields?|property|settings?|items?)\b/i.test(text),
  );
  if (named.length > 0 || isList || results === undefined || captionOf(results) === undefined) return named;
  return header.flatMap(({ text }, at) => (at > 0 && isMeasured(text) && !NO_METRIC.test(text) ? [at] : []));
}

function captionOf({ sentences }: Section): string | undefined {
  const caption = sentences.find(({ text }) => CAPTION.test(text) && METRIC.test(text));
  return caption && METRIC.exec(caption.text)?.[0];
}

type Row = { section: Section; cells: readonly Cell[]; cell: Cell; metric: string; header: readonly Cell[] };

function rowOf(telling: Telling, { section, cells, cell, metric, header }: Row): ResultLine {
  return {
    telling,
    source: cell.source,
    section,
    metric,
    figure: cell.text,
    said: cells.map(({ text }) => text).join(" "),
    header: header[0]?.source,
  };
}

const LONGEST_QUOTE = 240;

export function resultEvidence({ telling, source, figure }: ResultLine): Evidence | undefined {
  const at = Math.max(0, source.text.indexOf(figure));
  const from = source.text.length <= LONGEST_QUOTE ? 0 : Math.max(0, at - LONGEST_QUOTE / 2);
  const end = source.text.length;
  return quoteOf(telling.path, source, ...wholeWords(source.text, from, Math.min(end, from + LONGEST_QUOTE), [0, end]));
}
