import { Link } from "@tanstack/react-router";
import { difficultyName } from "../../../ui/difficulty.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import { counted } from "../wording.ts";
import type { Suggestion } from "./next-problem.ts";

/** What to do next and why, in one sentence, with the one primary button of the page. */
export function NextStep({ suggestion }: { suggestion: Suggestion }) {
  const { problem, reason } = suggestion;
  return (
    <section
      aria-label="Next"
      className="sheet mb-6 grid items-center gap-4 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6"
    >
      <div>
        <h2 className="text-lg">{problem.title}</h2>
        <p className="text-ink-2">
          {reason}{" "}
          <span className="num">
            About {counted(problem.minutes, "minute")}, {difficultyName(problem.difficulty)}.
          </span>
        </p>
      </div>
      <Link
        to="/code/$slug"
        params={{ slug: problem.slug }}
        className="inline-flex min-h-10 items-center justify-center gap-2 rounded-md border border-accent bg-accent px-4 text-[14px] font-medium text-accent-ink hover:border-accent-strong hover:bg-accent-strong"
      >
        {problem.state === "attempted" ? "Go on" : "Begin"} <Kbd keys="g" bare />
      </Link>
    </section>
  );
}
