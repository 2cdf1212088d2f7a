import { Link } from "@tanstack/react-router";
import { Section } from "./section.tsx";
import type { Tailoring } from "./types.ts";

/** The rounds to expect, each with its reason. */
export function RoundsSection({ rounds }: { rounds: Tailoring["rounds"] }) {
  return (
    <Section title="Rounds to expect" note="What the posting says of them comes first; the others are usual.">
      <ol className="sheet divide-y divide-line">
        {rounds.map(({ round, minutes, because }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a loop may hold two rounds alike, and never changes its order
          <li key={at} className="flex flex-wrap items-baseline justify-between gap-x-3 px-4 py-2">
            <span className="min-w-0 break-words first-letter:uppercase">
              {round} <span className="num text-[13px] text-ink-3">{minutes} min</span>
            </span>
            <span className="text-[13px] text-ink-3">{because}</span>
          </li>
        ))}
      </ol>
      <p className="mt-2 text-[14px]">
        <Link to="/interview" className="text-accent underline underline-offset-2">
          Hold a mock of them
        </Link>
      </p>
    </Section>
  );
}
