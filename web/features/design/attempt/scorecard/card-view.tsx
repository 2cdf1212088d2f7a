import { lazy, Suspense } from "react";
import { Callout } from "../../../../ui/callout.tsx";
import { CodeBox } from "../../../../ui/code-box.tsx";
import { scored } from "../../../../ui/figures.ts";
import { StateMark } from "../../../../ui/state-mark.tsx";
import type { Scorecard } from "../../types.ts";
import { standingOf } from "../../wording.ts";
import type { Sitting } from "../use-sitting.ts";
import { InPlace } from "../workspace/in-place.tsx";
import { DimensionBars } from "./dimension-bars.tsx";
import { DimensionSection } from "./dimension-section.tsx";
import { StartAgain } from "./start-again.tsx";

// Markdown and formulas come with the explanation alone
const Markdown = lazy(() =>
  import("../../../../ui/markdown/markdown.tsx").then((module) => ({ default: module.Markdown })),
);

// the charts come with what draws them
const ReferenceRun = lazy(() => import("./reference-run.tsx").then((module) => ({ default: module.ReferenceRun })));

type Props = { sitting: Sitting; card: Scorecard };

/** How good was it and how sure is that, what is worth most to mend, where is the evidence, what comes next. */
export function CardView({ sitting, card }: Props) {
  const { dimensions, mend, improvement } = card;
  return (
    <div className="grid max-w-[1120px] items-start gap-x-8 gap-y-6 pb-10 grid-cols-[minmax(0,1fr)] lg:grid-cols-[340px_minmax(0,1fr)]">
      <section aria-label="Overall" className="sheet px-4 py-4 sm:px-5 lg:sticky lg:top-0">
        <Overall card={card} />
        <DimensionBars dimensions={dimensions} />
      </section>
      <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-6">
        <Callout tone="accent">
          <p className="caption mb-0.5 !text-ink-2">Worth most to mend</p>
          <p className="font-medium">{mend}</p>
          {improvement && <p className="num mt-2 text-ink-2">{improvement.said}</p>}
        </Callout>
        <Missed card={card} />
        <section aria-label="Dimensions" className="sheet overflow-hidden">
          {dimensions.map((dimension) => (
            <DimensionSection key={dimension.id} dimension={dimension} />
          ))}
        </section>
        <Reference sitting={sitting} card={card} />
        <StartAgain slug={sitting.attempt.slug} />
      </div>
    </div>
  );
}

function Overall({ card: { score, se } }: { card: Scorecard }) {
  const { tone, words } = standingOf(score);
  return (
    <>
      <h2 tabIndex={-1} data-phase-head className="text-[14px] font-medium outline-none">
        Scorecard
      </h2>
      <StateMark tone={tone} className="num mt-1 text-2xl">
        {scored(score, se)} <span className="sr-only">of 1: </span>
        <span className="text-base font-normal">{words}</span>
      </StateMark>
      <p className="caption mb-3">
        Of 1, weighted over the dimensions; ± is the standard error of the grader and of what could be measured.
      </p>
    </>
  );
}

function Missed({ card: { missedFacts } }: { card: Scorecard }) {
  if (missedFacts.length === 0) return null;
  return (
    <section aria-label="Essential facts that were not asked for">
      <h3 className="mb-1 text-lg">What a strong candidate asks for</h3>
      <p className="mb-2 text-[14px] text-ink-2">Essential, and not asked for:</p>
      <dl className="sheet overflow-hidden text-[14px]">
        {missedFacts.map(({ about, answer }) => (
          <div key={about} className="border-t border-line px-4 py-2.5 first:border-t-0 sm:px-5">
            <dt className="font-medium">{about}</dt>
            <dd className="text-ink-2">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Reference({ sitting, card: { reference } }: Props) {
  return (
    <section aria-label="Reference design">
      <h3 className="mb-2 text-lg">The reference design</h3>
      <CodeBox className="mb-4 max-h-[60dvh]">{reference.design.trim()}</CodeBox>
      <div className="mb-4">
        <Suspense fallback={<div className="skeleton late h-10 w-full" />}>
          <ReferenceRun sitting={sitting} design={reference.design} />
        </Suspense>
      </div>
      <InPlace what="The explanation">
        <Suspense fallback={<div className="skeleton late h-40 w-full" />}>
          <Markdown text={reference.explain} />
        </Suspense>
      </InPlace>
    </section>
  );
}
