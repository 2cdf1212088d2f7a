import { Link } from "@tanstack/react-router";
import { scaleLinear } from "d3-scale";
import { counted } from "../../../../src/lib/text.ts";
import type { Forgetting } from "./types.ts";

const BAR = { height: 10, top: 7 };

/** How many answers will have faded by when, if nothing is reviewed. */
export function ForgettingSection({ forgetting: { cards, ahead } }: { forgetting: Forgetting }) {
  const share = scaleLinear([0, Math.max(1, cards)], [0, 100]).clamp(true);
  return (
    <section aria-labelledby="forgetting" className="sheet mb-6 px-4 py-4 sm:px-6">
      <h2 id="forgetting" className="text-lg">
        What fades
      </h2>
      {cards === 0 ? (
        <p className="mt-0.5 text-ink-2">
          Once you have answered questions in{" "}
          <Link to="/recall" className="text-accent underline underline-offset-2">
            Recall
          </Link>
          , this shows how many you would lose by when.
        </p>
      ) : (
        <>
          <p className="mt-0.5 text-ink-2">
            Of {counted(cards, "answer")}, how many fall below a 90 % chance of recall if you review nothing.
          </p>
          <ul className="mt-3 grid gap-2">
            {ahead.map(({ what, days, below }) => (
              <li
                key={what + days}
                className="grid grid-cols-[120px_minmax(0,1fr)_48px] items-center gap-x-3 text-[14px]"
              >
                <span>
                  {what === "now" ? "now" : what === "interview" ? `interview, ${days} d` : `in ${days} days`}
                </span>
                <svg aria-hidden="true" width="100%" height="24" className="block">
                  <rect width="100%" y={BAR.top} height={BAR.height} rx="2" fill="var(--sunk)" stroke="var(--line)" />
                  <rect width={`${share(below)}%`} y={BAR.top} height={BAR.height} rx="2" fill="var(--part)" />
                </svg>
                <span className="num text-right">{below}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
