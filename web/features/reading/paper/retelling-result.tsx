import { type Ref, useEffect, useRef, useState } from "react";
import { PART_WORDS } from "../../../../src/features/reading/model/notes.ts";
import { GOOD_FROM, PARTLY_FROM } from "../../../../src/features/reading/model/schedule.ts";
import { toldText } from "../../../../src/features/reading/model/told-text.ts";
import { scored } from "../../../ui/figures.ts";
import { flagWords } from "../../../ui/flag-words.ts";
import { formatDay } from "../../../ui/format-time.ts";
import { MarkedAnswer } from "../../../ui/marked-answer/marked-answer.tsx";
import { Sign, StateMark, type Tone } from "../../../ui/state-mark.tsx";
import type { Heard, Review } from "../types.ts";

const MET_FROM = 0.5;
const SURE = 0.2; // from a half: between, the grader is not sure

/** A retelling that was just heard: whoever told it goes on from its heading. */
export function FreshRetelling({ review }: { review: Review }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return <RetellingResult review={review} headingRef={heading} />;
}

/** Which parts came across, by which words, and which did not; then when the paper comes back. */
export function RetellingResult({ review, headingRef }: { review: Review; headingRef?: Ref<HTMLHeadingElement> }) {
  const [pointed, point] = useState<string>();
  const { feedback, dueAt } = review;
  const { parts, thin, flags, note, abstained, score } = feedback;
  const criteria = parts.map(({ part, probability, span }) => ({
    id: part,
    met: probability >= MET_FROM,
    metWhen: PART_WORDS[part].name,
    span,
  }));
  return (
    <section aria-label="What came across" className="sheet px-4 py-4 sm:px-6">
      <h2 ref={headingRef} tabIndex={-1} className="mb-2 text-lg outline-none">
        <Verdict heard={feedback} />
      </h2>
      {score === null && <p>Your notes are too thin to be held against: nothing was graded, and nothing scheduled.</p>}
      {abstained && score !== null && <p>The grader is not sure: compare with your notes yourself.</p>}
      {[...flags.map((flag) => flagWords[flag] ?? flag), ...(note ? [note] : [])].map((said) => (
        <p key={said} className="caption">
          {said}
        </p>
      ))}
      <ul aria-label="Parts" className="my-3 flex flex-wrap gap-x-5 gap-y-1.5">
        {parts.map(({ part, probability }) => {
          const { tone, label } = standing(probability);
          return (
            <li key={part} onMouseEnter={() => point(part)} onMouseLeave={() => point(undefined)}>
              <Sign tone={tone} label={label} /> {PART_WORDS[part].name}{" "}
              <span className="num text-[13px] text-ink-3">{label}</span>
            </li>
          );
        })}
      </ul>
      <MarkedAnswer
        graded={{ text: toldText(review), criteria, misconceptions: [] }}
        pointed={pointed}
        onPoint={point}
      />
      <p className="caption num mt-3 border-line border-t pt-2">
        {thin.length > 0 &&
          `Not graded, for the notes on it are thin: ${thin.map((part) => PART_WORDS[part].name.toLowerCase()).join(", ")}. `}
        Held against your own notes, which are open again under Notes.
        {dueAt && ` It comes back on ${formatDay(dueAt)}.`}
      </p>
    </section>
  );
}

function Verdict({ heard: { score, se, abstained, engine } }: { heard: Heard }) {
  if (score === null) return <StateMark tone="idle">Not graded</StateMark>;
  const tone: Tone = abstained ? "idle" : score >= GOOD_FROM ? "pass" : score >= PARTLY_FROM ? "part" : "fail";
  const words = abstained
    ? "not sure"
    : score >= GOOD_FROM
      ? "came across"
      : score >= PARTLY_FROM
        ? "partly"
        : "not yet";
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-3">
      <StateMark tone={tone} className="num">
        {scored(score, se)} <span className="font-normal text-sm">{words}</span>
      </StateMark>
      <span className="caption font-normal">{engine} grader</span>
    </span>
  );
}

function standing(probability: number): { tone: Tone; label: string } {
  if (Math.abs(probability - MET_FROM) < SURE) return { tone: "part", label: "not sure" };
  return probability > MET_FROM ? { tone: "pass", label: "came across" } : { tone: "fail", label: "missing" };
}
