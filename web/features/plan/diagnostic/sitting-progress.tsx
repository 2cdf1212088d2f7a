import { LIMITS } from "../../../../src/features/plan/model/diagnostic.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { Diagnostic } from "./types.ts";

/** How far it has come: in minutes and areas, never in points. */
export function SittingProgress({ diagnostic, secondsOnThis }: { diagnostic: Diagnostic; secondsOnThis: number }) {
  const { areas, minutesUsed, asked, role } = diagnostic;
  const minutes = Math.floor(minutesUsed + secondsOnThis / 60);
  const seen = areas.filter((area) => area.asked).length;
  return (
    <section aria-label="Progress" className="mb-5">
      <p className="caption num flex flex-wrap items-center gap-x-3 gap-y-1">
        <span>Diagnostic for {role.title}</span>
        <span>question {asked}</span>
        <span>
          {minutes} of at most {LIMITS.most} minutes
        </span>
        <meter
          aria-label={`Minutes used, of at most ${LIMITS.most}`}
          min={0}
          max={LIMITS.most}
          value={Math.min(minutes, LIMITS.most)}
          className="h-1.5 w-24"
        />
        <span>
          {seen} of {areas.length} areas
        </span>
      </p>
      <details className="caption mt-1">
        <summary>Which areas</summary>
        <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1">
          {areas.map(({ id, title, asked: isAsked }) => (
            <li key={id}>
              <StateMark tone={isAsked ? "pass" : "idle"} className="font-normal text-ink-2">
                {title}
                <span className="sr-only">{isAsked ? ", asked about" : ", not yet"}</span>
              </StateMark>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
