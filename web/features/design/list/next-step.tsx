import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { difficultyName } from "../../../ui/difficulty.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { Suggestion } from "./next-case.ts";

/** What to do next and why, in one sentence, with the one primary button of the page. */
export function NextStep({ suggestion: { case: next, reason, verb } }: { suggestion: Suggestion }) {
  return (
    <NextCard
      title={next.title}
      action={
        <Link to="/design/$slug" params={{ slug: next.slug }} className={NEXT_LINK}>
          {verb} <Kbd keys="g" bare />
        </Link>
      }
    >
      <p className="text-ink-2">
        {reason}{" "}
        <span className="num">
          About {counted(next.minutes, "minute")}, {difficultyName(next.difficulty)}.
        </span>
      </p>
    </NextCard>
  );
}
