import { scored } from "../../../ui/figures.ts";
import { flagWords } from "../../../ui/flag-words.ts";
import { StateMark } from "../../../ui/state-mark.tsx";
import type { ReadAttempt } from "../types.ts";
import { markOf, partNames } from "../wording.ts";

export function Verdict({ attempt: { reading } }: { attempt: ReadAttempt }) {
  const { score, se, abstained, engine } = reading;
  const { tone, label } = abstained ? ({ tone: "idle", label: "not sure" } as const) : markOf(score);
  return (
    <span className="flex flex-wrap items-baseline justify-between gap-x-3">
      <StateMark tone={tone} className="num text-lg">
        {scored(score, se)} <span className="sr-only">of 1: </span>
        <span className="font-normal text-sm">{label}</span>
      </StateMark>
      <span className="caption font-normal">{engine} grader</span>
    </span>
  );
}

/** The score as the sum that it is. */
export function ScoreSum({ attempt: { reading } }: { attempt: ReadAttempt }) {
  const { sum, score, flags, abstained, note, engine } = reading;
  return (
    <div className="mt-3">
      <table className="num w-full text-[14px]">
        <caption className="sr-only">How the score was made</caption>
        <tbody>
          {sum.map(({ part, amount }) => (
            <tr key={part}>
              <th scope="row" className="py-0.5 text-left font-normal text-ink-2">
                {partNames[part]}
              </th>
              <td className="py-0.5 text-right">
                {part === "across" ? amount.toFixed(2) : `−${Math.abs(amount).toFixed(2)}`}
              </td>
            </tr>
          ))}
          <tr className="border-line border-t font-medium">
            <th scope="row" className="py-0.5 text-left font-medium">
              Score
            </th>
            <td className="py-0.5 text-right">{score.toFixed(2)}</td>
          </tr>
        </tbody>
      </table>
      <div className="caption mt-1 flex flex-col gap-1">
        {abstained && <p>The grader is not sure: compare with the model explanation and judge yourself.</p>}
        {flags.map((flag) => (
          <p key={flag}>{flagWords[flag] ?? flag}</p>
        ))}
        {engine === "lexical" && <p>The encoder is missing: words alone were compared. See `holdout doctor`.</p>}
        {note && <p>{note}</p>}
      </div>
    </div>
  );
}
