import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import { formatDayAndTime } from "../../../ui/format-time.ts";
import { AreaTable, RoundTable } from "./map-tables.tsx";
import { StandingBar } from "./standing-bar.tsx";
import type { Diagnostic, DiagnosticMap } from "./types.ts";
import { WhatFirst } from "./what-first.tsx";
import { Witnesses } from "./witnesses.tsx";
import { inSentence } from "./wording.ts";

const WHY: Record<DiagnosticMap["why"], string> = {
  "narrow-enough": "It ended because the estimate was narrow enough.",
  time: "It ended with its time.",
  "no-more-questions": "It ended because there is no unseen question left for this role.",
  left: "You ended it early: it says less than a whole one.",
};

/** Where a diagnostic has ended: what was seen, how surely, and what to do first. */
export function FirstMap({ diagnostic, map }: { diagnostic: Diagnostic; map: DiagnosticMap }) {
  const { role, minutesUsed, asked } = diagnostic;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const left = map.areas.reduce((sum, area) => sum + area.left, 0);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className="mb-1 text-2xl outline-none">
        First map for {role.title}
      </h1>
      <p className="caption num mb-4">
        {formatDayAndTime(map.asOf)} · {counted(asked, "question")} in {counted(Math.round(minutesUsed), "minute")} ·{" "}
        {WHY[map.why]}
      </p>
      <Overall standing={map.overall} />
      <WhatFirst map={map} />
      <Witnesses
        title="What came out weakest"
        empty="Nothing was answered, so nothing can be called weak."
        of={map.weakest}
        shows="missed"
      />
      <Witnesses
        title="What came out strongest"
        empty="No answer reached half of its points yet. That is a beginning, not a verdict."
        of={map.strengths}
        shows="met"
      />
      <AreaTable areas={map.areas} />
      <RoundTable rounds={map.rounds} />
      <p className="mt-6 max-w-[68ch] text-[14px] text-ink-2">
        {left === 0
          ? "No unseen question is left for this role: mocks with other kinds of round go on measuring."
          : `${counted(left, "unseen question is", "unseen questions are")} left for this role, ${leftSaid(map)}. A later diagnostic asks those, and mocks draw on them too.`}{" "}
        <Link to="/diagnostic" className="text-accent underline underline-offset-2">
          All diagnostics
        </Link>
      </p>
    </>
  );
}

function Overall({ standing }: { standing: DiagnosticMap["overall"] }) {
  const { expected, interval, enough, rows } = standing;
  const range = `${percent(interval[0])} to ${percent(interval[1])}`;
  return (
    <section aria-label="Readiness" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 className="text-lg">
        {enough
          ? `About ${percent(expected)} of the points on unseen, middling items`
          : "Not enough evidence for one figure"}
      </h2>
      <p className="num mt-1 max-w-[68ch] text-ink-2">
        {enough
          ? `Nine times in ten between ${range}, over all that the role weighs, from ${counted(rows, "answer")}.`
          : `From ${counted(rows, "answer")} it may lie anywhere from ${range}. A mock or another diagnostic narrows it.`}
      </p>
      <div className="mt-3 max-w-[560px]">
        <StandingBar standing={standing} />
      </div>
    </section>
  );
}

function leftSaid({ areas }: DiagnosticMap): string {
  return areas
    .filter(({ left }) => left > 0)
    .map(({ title, left }) => `${left} on ${inSentence(title)}`)
    .join(", ");
}
