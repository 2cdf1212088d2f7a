import { Link } from "@tanstack/react-router";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { ConceptList } from "../types.ts";
import { toAudience } from "../wording.ts";

const WHY = {
  again: "Your last explanation did not come across to this listener. Say it once more, in other words.",
  "other-listener": "You have explained it to somebody else. Interviewers ask for the same thing told twice.",
  new: "Two minutes, typed or spoken. Pick the words for who listens, not for who knows it already.",
} as const;

/** What to explain next, to whom and why. */
export function NextConcept({ next }: { next: NonNullable<ConceptList["next"]> }) {
  const { slug, title, audience, why } = next;
  return (
    <NextCard
      title={`${title} ${toAudience[audience]}`}
      action={
        <Link to="/explain/$slug" params={{ slug }} search={{ audience }} className={`${NEXT_LINK} no-underline`}>
          Explain it <Kbd keys="g" bare />
        </Link>
      }
    >
      <p className="text-ink-2">{WHY[why]}</p>
    </NextCard>
  );
}
