import { Link } from "@tanstack/react-router";
import { difficultyName } from "../../../ui/difficulty.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import { counted } from "../wording.ts";
import type { Suggestion } from "./next-problem.ts";

/** What to do next and why, in one sentence, with the one primary button of the page. */
export function NextStep({ suggestion }: { suggestion: Suggestion }) {
  const { problem, reason } = suggestion;
  return (
    <NextCard
      title={problem.title}
      action={
        <Link to="/code/$slug" params={{ slug: problem.slug }} className={NEXT_LINK}>
          {problem.state === "attempted" ? "Go on" : "Begin"} <Kbd keys="g" bare />
        </Link>
      }
    >
      <p className="text-ink-2">
        {reason}{" "}
        <span className="num">
          About {counted(problem.minutes, "minute")}, {difficultyName(problem.difficulty)}.
        </span>
      </p>
    </NextCard>
  );
}
