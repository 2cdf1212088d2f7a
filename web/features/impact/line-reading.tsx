import { checkLine, type LineCheck, type LinePart } from "../../../src/features/impact/model/check-line.ts";
import { Callout } from "../../ui/callout.tsx";
import { Sign } from "../../ui/state-mark.tsx";

const NAMES: Record<LinePart, string> = {
  metric: "Metric",
  baseline: "Baseline",
  change: "Change",
  scale: "Scale",
  "own-part": "Own part",
};

/** The line beside what it says and what it leaves out. */
export function LineReading({ text }: { text: string }) {
  const check = checkLine(text);
  const { parts, doubts, vague, skeleton } = check;
  return (
    <div aria-live="polite" className="grid gap-3">
      <p className="font-medium">{verdictOf(check)}</p>
      <ul className="grid gap-1">
        {parts.map(({ part, found, shown, ask }) => (
          <li key={part} className="grid grid-cols-[20px_84px_minmax(0,1fr)] items-baseline gap-2 text-[14px]">
            <Sign tone={found ? "pass" : "fail"} label={found ? "there" : "missing"} />
            <span className="text-ink-2">{NAMES[part]}</span>
            {found ? <span className="break-words font-medium">{shown}</span> : <span>{ask}</span>}
          </li>
        ))}
      </ul>
      {doubts.map(({ place, said, mend }) => (
        <Callout key={`${place.start}${said}`} tone="fail">
          <q>{place.text}</q>: {said} {mend}
        </Callout>
      ))}
      {vague.length > 0 && (
        <p className="text-[14px] text-ink-2">
          Could stand in anybody's line: {[...new Set(vague.map((each) => `“${each.text}”`))].join(", ")}.
        </p>
      )}
      {skeleton && (
        <p className="text-[14px]">
          <span className="text-ink-3">With its holes: </span>
          {skeleton}
        </p>
      )}
    </div>
  );
}

function verdictOf({ parts, doubts }: LineCheck): string {
  const missing = parts.filter(({ found }) => !found).length;
  if (doubts.length > 0) return "An interviewer would stop at a figure here.";
  if (missing === 0) return "It says all five: be ready to defend each.";
  if (missing === parts.length) return "It says nothing that could be checked yet.";
  return missing === 1 ? "One thing is missing." : `${missing} of ${parts.length} things are missing.`;
}
