import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import { StandingBar } from "./standing-bar.tsx";
import type { DiagnosticMap } from "./types.ts";

type Standing = DiagnosticMap["overall"];

/** Area by area: what was seen, and what follows from all held-out evidence. */
export function AreaTable({ areas }: Pick<DiagnosticMap, "areas">) {
  return (
    <section aria-labelledby="areas" className="mt-6">
      <h2 id="areas" className="mb-2 text-lg">
        By area
      </h2>
      <ul className="sheet divide-y divide-line">
        {areas.map(({ id, title, weight, standing, points, asked, measuredBy, left }) => (
          <Row
            key={id}
            title={title}
            detail={`${percent(weight)} of the role`}
            seen={
              points === null
                ? asked > 0
                  ? "nothing answered"
                  : notSeen({ measuredBy, left })
                : `${percent(points)} of the points in ${counted(asked, "question")}`
            }
            standing={standing}
          />
        ))}
      </ul>
    </section>
  );
}

/** Round by round of the role's loop. */
export function RoundTable({ rounds }: Pick<DiagnosticMap, "rounds">) {
  return (
    <section aria-labelledby="rounds" className="mt-6">
      <h2 id="rounds" className="mb-2 text-lg">
        By round
      </h2>
      <ul className="sheet divide-y divide-line">
        {rounds.map(({ round, standing }) => (
          <Row key={round} title={round} seen={counted(standing.rows, "answer")} standing={standing} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = { title: string; detail?: string; seen: string; standing: Standing };

function Row({ title, detail, seen, standing }: RowProps) {
  const { rows, enough, expected, interval } = standing;
  return (
    <li className="grid items-center gap-x-5 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <div>
        <span className="inline-block font-medium first-letter:uppercase">{title}</span>
        {detail && <span className="caption num ml-2">{detail}</span>}
        <p className="caption num">{seen}</p>
      </div>
      {rows > 0 ? <StandingBar standing={standing} /> : <span />}
      <p className="num text-[14px] text-ink-2 sm:text-right">
        {enough
          ? `${percent(expected)}, from ${percent(interval[0])} to ${percent(interval[1])}`
          : "not enough evidence"}
      </p>
    </li>
  );
}

function notSeen({ measuredBy, left }: Pick<DiagnosticMap["areas"][number], "measuredBy" | "left">): string {
  if (left > 0) return "not asked about";
  return measuredBy ? `not measured here; a mock of “${measuredBy}” does` : "not measured here";
}
