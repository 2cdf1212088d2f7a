import { clockTime } from "../../../ui/stopwatch.ts";
import { handedIn } from "../handed-in.ts";
import type { Scorecard, ScoredDimension, ScoredRound, Session, Turn, Work } from "../types.ts";
import { deedSaid, levelSaid, RECOMMENDATIONS, whoSaid } from "../wording.ts";

/** A mock that is over as one file: readable without the app, without a network and without a script. */
export function mockHtml(session: Session, work: Work): string {
  const { title, createdAt, scorecard, rounds, turns } = session;
  const tried = triedHtml(work);
  const replayed = rounds.map((round, at) =>
    roundHtml(
      round.title,
      turns.filter((turn) => turn.round === at),
      tried,
    ),
  );
  return [
    `<!doctype html><html lang="en"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1">`,
    `<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body>`,
    `<h1>${escapeHtml(title)}</h1><p class="quiet">Begun ${escapeHtml(createdAt.slice(0, 16).replace("T", ", "))} UTC</p>`,
    scorecard ? scorecardHtml(scorecard, (round) => madeHtml(handedIn(work, turns, round))) : "",
    `<h2>Replay</h2>`,
    ...replayed,
    `</body></html>\n`,
  ].join("\n");
}

function scorecardHtml(scorecard: Scorecard, madeIn: (round: number) => string): string {
  const { recommendation, said, score, low, high, rounds, debrief, practise } = scorecard;
  const figures =
    score === null || low === null || high === null
      ? ""
      : ` <span class="quiet">${score.toFixed(2)} of 1, likely between ${low.toFixed(2)} and ${high.toFixed(2)}</span>`;
  return [
    `<section><h2>${RECOMMENDATIONS[recommendation].name}${figures}</h2><p>${escapeHtml(said)}</p></section>`,
    ...rounds.map((each) => scoredRoundHtml(each, madeIn(each.round))),
    `<section><h2>The panel's debrief</h2>${debrief.map((each) => `<p>${escapeHtml(each)}</p>`).join("")}</section>`,
    practise.length === 0
      ? ""
      : `<section><h2>Practise next</h2><ol>${practise
          .map((each) => `<li><b>${escapeHtml(each.title)}</b> ${escapeHtml(each.why)}</li>`)
          .join("")}</ol></section>`,
  ].join("\n");
}

function scoredRoundHtml(round: ScoredRound, made: string): string {
  const { title, level, score, dimensions, others, topics } = round;
  const dimensionHtml = dimensions.map(dimensionHtmlOf);
  const otherHtml = others.length === 0 ? [] : ["<p>Also in the score:</p>", ...others.map(dimensionHtmlOf)];
  const topicHtml = topics.map(
    ({ title: asked, score: got, missed, reference }) =>
      `<h4>${escapeHtml(asked)} <span class="quiet">${got.toFixed(2)}</span></h4>` +
      (missed.length > 0
        ? `<p>Not heard:</p><ul>${missed.map((each) => `<li>${escapeHtml(each)}</li>`).join("")}</ul>`
        : "") +
      (reference === ""
        ? ""
        : `<details><summary>A model answer</summary><p class="as-is">${escapeHtml(reference)}</p></details>`),
  );
  return `<section><h3>${escapeHtml(title)}: ${levelSaid({ level, score })}</h3>${[...dimensionHtml, ...otherHtml].join("")}${topicHtml.join("")}${made}</section>`;
}

function madeHtml(made: ReturnType<typeof handedIn>): string {
  if (!made) return "";
  return `<details><summary>${escapeHtml(made.said)}</summary><pre>${escapeHtml(made.text)}</pre></details>`;
}

function dimensionHtmlOf(dimension: ScoredDimension): string {
  const { title, confidence, from, stronger, evidence } = dimension;
  const quiet = [
    ...(confidence ? [`${confidence} confidence`] : []),
    ...(from.length > 0 ? [`measured by: ${from.join(", ").toLowerCase()}`] : []),
  ];
  const stands = evidence.map(
    ({ seq, quote, says, good }) => `<li>${good ? "✓" : "✕"} ${quoteHtml(seq, quote)} ${escapeHtml(says)}</li>`,
  );
  return (
    `<h4>${escapeHtml(title)}: ${levelSaid(dimension)}${quiet.length > 0 ? ` <span class="quiet">${escapeHtml(quiet.join("; "))}</span>` : ""}</h4>` +
    `<p>${escapeHtml(stronger)}</p><ul>${stands.join("")}</ul>`
  );
}

function roundHtml(title: string, turns: readonly Turn[], tried: ReadonlyMap<number, string>): string {
  if (turns.length === 0) return "";
  const rows = turns.map(
    (turn) =>
      `<li id="turn-${turn.seq}" class="${turn.who}"><span class="quiet">${clockTime(turn.atMs / 1000)} ${whoSaid(turn)}</span>` +
      `<p class="as-is">${escapeHtml(turn.text || deedSaid(turn))}</p>${tried.get(turn.seq) ?? ""}</li>`,
  );
  return `<section><h3>${escapeHtml(title)}</h3><ol class="turns">${rows.join("\n")}</ol></section>`;
}

/** What runs and submissions came to and what was tried in them, by the turns that tell of them. */
function triedHtml({ texts, rounds }: Work): Map<number, string> {
  const moments = rounds.flatMap((made) => made.moments.map((moment) => ({ ...moment, language: made.language })));
  return new Map(
    moments.flatMap(({ seq, verdict, text, language }) =>
      verdict === null
        ? []
        : [
            [
              seq,
              `<p>${{ pass: "✓", part: "–", fail: "✕" }[verdict.tone]} ${escapeHtml(verdict.said)}</p>` +
                `<details><summary>The ${language === "python" ? "code" : "design"} as it was then</summary><pre>${escapeHtml(texts[text] ?? "")}</pre></details>`,
            ] as const,
          ],
    ),
  );
}

function quoteHtml(seq: number | null, quote: string): string {
  if (quote === "") return "";
  const words = `“${escapeHtml(quote)}”`;
  return seq === null ? words : `<a href="#turn-${seq}">${words}</a>`;
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

const STYLE = `:root{color-scheme:light dark}
body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;overflow-wrap:break-word}
h1,h2,h3,h4{line-height:1.3;margin:1.5em 0 .4em}h4{margin:1em 0 .2em}p{margin:.3em 0}
.quiet{opacity:.75;font-weight:400;font-size:.875rem}.as-is{white-space:pre-wrap}
pre{overflow:auto;padding:.6rem;background:#9992;font-size:.8125rem}
.turns{list-style:none;padding:0}.turns li{padding:.4rem .8rem;border-left:3px solid #9994;margin:.6rem 0}
.turns .candidate{border-color:#1f5fa8}.turns li:target{outline:2px solid #1f5fa8}
@media print{details>*{display:block}details::details-content{content-visibility:visible;display:block}pre{white-space:pre-wrap}}`;
