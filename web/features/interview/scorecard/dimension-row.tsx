import { scored } from "../../../ui/figures.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import type { ScoredDimension } from "../types.ts";
import { levelSaid } from "../wording.ts";
import { LevelMark } from "./level-mark.tsx";
import { QuoteLink } from "./quote-link.tsx";

const AT_ONCE = 3;

/** A dimension with its level, what it stands on, and what would have been stronger. */
export function DimensionRow({
  dimension: { title, level, score, se, confidence, evidence, from, stronger },
}: {
  dimension: ScoredDimension;
}) {
  return (
    <li className="border-line border-t py-3 text-[14px]">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-0.5">
        <h3 className="text-[15px]">{title}</h3>
        <p className="num flex flex-wrap items-baseline gap-x-3 text-ink-2">
          <LevelMark level={level} name={levelSaid({ level, score })} />
          {score !== null && se !== null && <span>{scored(score, se)}</span>}
          {confidence && <span className="text-ink-3">{confidence} confidence</span>}
        </p>
      </div>
      {from.length > 0 && <p className="text-ink-3">Measured by: {from.join(", ").toLowerCase()}</p>}
      <Stronger text={stronger} />
      <Evidence evidence={evidence.slice(0, AT_ONCE)} />
      {evidence.length > AT_ONCE && (
        <details className="mt-1">
          <summary className="text-ink-2">{evidence.length - AT_ONCE} more</summary>
          <Evidence evidence={evidence.slice(AT_ONCE)} />
        </details>
      )}
    </li>
  );
}

const MISSING = "Missing: ";

/** What was missing is what a stronger answer would have had. */
function Stronger({ text }: { text: string }) {
  const missing = text.startsWith(MISSING);
  return (
    <p className="mt-1 max-w-[68ch] text-ink-2">
      {missing && <span className="font-medium text-ink">A stronger answer </span>}
      {missing ? text.slice(MISSING.length) : text}
    </p>
  );
}

function Evidence({ evidence }: Pick<ScoredDimension, "evidence">) {
  return (
    <ul className="mt-1">
      {evidence.map(({ seq, quote, says, good }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: evidence does not change places
          key={at}
          className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-1 py-1"
        >
          <Sign tone={good ? "pass" : "fail"} label={good ? "speaks for you" : "speaks against you"} />
          <p className="min-w-0 max-w-[68ch] break-words">
            {quote !== "" && <QuoteLink seq={seq} quote={quote} />}{" "}
            <span className="text-ink-2">{says.charAt(0).toUpperCase() + says.slice(1)}</span>
          </p>
        </li>
      ))}
    </ul>
  );
}
