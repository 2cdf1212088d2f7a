import { Link } from "@tanstack/react-router";
import { percent } from "../../../ui/figures.ts";
import type { DiagnosticMap } from "./types.ts";
import { inSentence } from "./wording.ts";

const LINK = "text-accent underline underline-offset-2";
const MOST_UNMEASURED = 2;

/** What to do first: practise what came out weak and weighs most, then measure what was not. */
export function WhatFirst({ map: { areas, weakest } }: { map: DiagnosticMap }) {
  const weightOf = (area: string) => areas.find(({ id }) => id === area)?.weight ?? 0;
  const weak = weakest.map(({ area }) => area).toSorted((a, b) => weightOf(b.id) - weightOf(a.id));
  const unmeasured = areas.filter(({ asked, left }) => asked === 0 && left === 0).slice(0, MOST_UNMEASURED);
  return (
    <section aria-label="What to do first" className="mb-6">
      <h2 className="mb-2 text-lg">What to do first</h2>
      <ol className="max-w-[75ch] list-decimal space-y-1 pl-5">
        {weak.map(({ id, title }) => (
          <li key={id}>
            <Link to="/recall" search={{ area: id }} className={LINK}>
              Practise {inSentence(title)}
            </Link>
            <span className="num text-ink-2">: {percent(weightOf(id))} of the role, and among the weakest here.</span>
          </li>
        ))}
        {unmeasured.map(({ id, title, weight, measuredBy }) => (
          <li key={id}>
            <Link to="/interview" className={LINK}>
              Hold a mock on {inSentence(title)}
            </Link>
            <span className="num text-ink-2">
              : {percent(weight)} of the role, and no question here can measure it
              {measuredBy && `; the round “${measuredBy}” does`}.
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
