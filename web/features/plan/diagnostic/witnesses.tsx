import { percent } from "../../../ui/figures.ts";
import type { DiagnosticMap } from "./types.ts";

type Witness = DiagnosticMap["weakest"][number];
type Props = { title: string; empty: string; of: readonly Witness[]; shows: "met" | "missed" };

/** Areas with the answer that put them there, in the candidate's own words. */
export function Witnesses({ title, empty, of, shows }: Props) {
  return (
    <section aria-label={title} className="mb-6">
      <h2 className="mb-2 text-lg">{title}</h2>
      {of.length === 0 ? (
        <p className="text-ink-2">{empty}</p>
      ) : (
        <ul className="grid items-start gap-4 lg:grid-cols-3">
          {of.map((each) => (
            <li key={each.area.id} className="sheet px-4 py-3">
              <h3 className="font-medium">{each.area.title}</h3>
              <p className="caption num mb-2">
                {each.title} · {percent(each.score)} of the points
              </p>
              <Words witness={each} />
              <Points
                points={shows === "met" ? each.met : each.missed}
                lead={shows === "met" ? "Points met" : "Points not met"}
              />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Words({ witness: { kind, words } }: { witness: Witness }) {
  if (kind === "unknown") return <p className="text-[14px] text-ink-2">You said that you do not know.</p>;
  return (
    <blockquote className="border-line-strong border-l-2 pl-3 text-[14px] break-words text-ink-2">“{words}”</blockquote>
  );
}

function Points({ points, lead }: { points: readonly string[]; lead: string }) {
  if (points.length === 0) return null;
  return (
    <div className="mt-2 text-[14px]">
      <p className="caption">{lead}:</p>
      <ul className="list-disc pl-5">
        {points.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
