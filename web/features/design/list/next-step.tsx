import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { difficultyName } from "../../../ui/difficulty.ts";
import { Kbd } from "../../../ui/kbd.tsx";
import type { Suggestion } from "./next-case.ts";

/** What to do next and why, in one sentence, with the one primary button of the page. */
export function NextStep({ suggestion: { case: next, reason, verb } }: { suggestion: Suggestion }) {
  return (
    <section
      aria-label="Next"
      className="sheet mb-6 grid items-center gap-4 px-4 py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:px-6"
    >
      <div>
        <h2 className="text-lg">{next.title}</h2>
        <p className="text-ink-2">
          {reason}{" "}
          <span className="num">
            About {counted(next.minutes, "minute")}, {difficultyName(next.difficulty)}.
          </span>
        </p>
      </div>
      <Link
        to="/design/$slug"
        params={{ slug: next.slug }}
        className="inline-flex min-h-10 items-center justify-center gap-2 rounded-md border border-accent bg-accent px-4 text-[14px] font-medium text-accent-ink hover:border-accent-strong hover:bg-accent-strong"
      >
        {verb} <Kbd keys="g" bare />
      </Link>
    </section>
  );
}
