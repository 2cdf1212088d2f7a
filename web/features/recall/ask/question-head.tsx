import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { DifficultyBars } from "../../../ui/difficulty-bars.tsx";
import { BackIcon } from "../../../ui/icons.tsx";
import { paragraphsOf } from "../../../ui/paragraphs.ts";
import { Tag } from "../../../ui/tag.tsx";
import type { QuestionDetail } from "../types.ts";
import { kindNames } from "../wording.ts";

const QuestionPlot = lazy(() => import("./question-plot.tsx").then((module) => ({ default: module.QuestionPlot })));

/** What the interviewer says, and shows. */
export function QuestionHead({ question, answered }: { question: QuestionDetail; answered: boolean }) {
  const { title, prompt, plot, kind, difficulty, area, asOf } = question;
  return (
    <header className="mb-5">
      <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
        <Link to="/recall" className="-ml-1 inline-flex items-center gap-1 text-ink-2 hover:text-ink">
          <BackIcon /> Recall
        </Link>
        <span>{area.title}</span>
        <Tag>{kindNames[kind]}</Tag>
        <DifficultyBars difficulty={difficulty} />
        {asOf && <span className="num">as of {asOf}</span>}
      </div>
      <h1 className="mb-2 text-2xl">{title}</h1>
      <div className={plot ? "grid gap-5 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]" : ""}>
        <p className={`max-w-[68ch] whitespace-pre-line ${answered ? "text-ink-2" : "text-[17px] leading-7"}`}>
          {paragraphsOf(prompt)}
        </p>
        {plot && (
          <Suspense fallback={<div className="skeleton late h-60 w-full" />}>
            <QuestionPlot plot={plot} />
          </Suspense>
        )}
      </div>
    </header>
  );
}
