import { scored } from "../../../../ui/figures.ts";
import { Sign, StateMark } from "../../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import type { ScoredDimension } from "../../types.ts";
import { standingOf } from "../../wording.ts";
import { dimensionId } from "./dimension-bars.tsx";

type Evidence = ScoredDimension["evidence"][number];

/** One dimension: its score, what speaks for and against it, what a strong candidate shows, and what to do next. */
export function DimensionSection({ dimension }: { dimension: ScoredDimension }) {
  const { id, title, weight, score, se, evidence, strong, next } = dimension;
  const { tone, words } = standingOf(score);
  return (
    <section
      id={dimensionId(id)}
      tabIndex={-1}
      aria-label={title}
      className="scroll-mt-2 border-t border-line px-4 py-4 -outline-offset-2 first:border-t-0 sm:px-5"
    >
      <div className="num mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-[15px]">{title}</h3>
        <span className="flex items-baseline gap-3">
          <StateMark tone={tone} className="text-[14px]">
            {score !== null && `${scored(score, se ?? 0)} `}
            <span className="font-normal">{words}</span>
          </StateMark>
          <span className="caption">weight {weight}</span>
        </span>
      </div>
      {evidence.length > 0 && (
        <ul aria-label={`Evidence: ${title}`} className="mb-2 grid gap-1.5">
          {evidence.map((each, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a scorecard does not change
            <li key={at} className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-1.5 text-[14px]">
              <Sign tone={each.good ? "pass" : "fail"} label={each.good ? "speaks for it" : "speaks against it"} />
              <EvidenceText evidence={each} />
            </li>
          ))}
        </ul>
      )}
      <p className="max-w-[68ch] text-[14px] text-ink-2">
        <b className="font-medium text-ink">Strong:</b> <TextWithCode text={strong} />
      </p>
      {next && (
        <p className="mt-1 max-w-[68ch] text-[14px] text-ink-2">
          <b className="font-medium text-ink">Next:</b> <TextWithCode text={next} />
        </p>
      )}
    </section>
  );
}

/** Where it comes from; what was asked or left unsaid speaks for itself. */
const kinds: Partial<Record<Evidence["kind"], string>> = { estimate: "Estimate", run: "Run", design: "Design" };

function EvidenceText({ evidence: { kind, text } }: { evidence: Evidence }) {
  if (kind === "quote") return <q className="max-w-[68ch] break-words">{text}</q>;
  return (
    <p className="num max-w-[68ch] break-words">
      {kinds[kind] && <span className="text-ink-3">{kinds[kind]}: </span>}
      <TextWithCode text={text} />
    </p>
  );
}
