import { Link } from "@tanstack/react-router";
import { Button } from "../../../../ui/button.tsx";
import { BackIcon } from "../../../../ui/icons.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { SaveNote } from "../../../../ui/save-note.tsx";
import { TextWithCode } from "../../../../ui/text-with-code.tsx";
import type { Sitting } from "../use-sitting.ts";
import { factsOf } from "./facts-panel.tsx";

type Props = { sitting: Sitting; facts: { open: boolean; toggle: () => void } };

/** A line across the page while what is typed does not reach the server. */
export function NotSaved({ saveState }: Pick<Sitting, "saveState">) {
  if (saveState.kind !== "unsaved") return null;
  return (
    <p role="alert" className="border-b border-line bg-fail-wash px-4 py-1.5 text-[14px] md:px-8">
      <b className="font-semibold text-fail">Not saved: {saveState.reason}</b>{" "}
      <TextWithCode text={saveState.mend ?? "What you typed is kept in this browser."} />
    </p>
  );
}

export function AttemptHeader({ sitting: { detail, attempt, saveState, finished }, facts }: Props) {
  const known = factsOf(attempt.asked).length;
  return (
    <header className="flex items-center gap-2 border-b border-line px-2 py-2 md:px-4">
      <Link
        to="/design"
        aria-label="All cases"
        title="All cases"
        className="grid size-9 shrink-0 place-items-center rounded-md text-ink-2 hover:bg-sunk hover:text-ink"
      >
        <BackIcon />
      </Link>
      <h1 className="line-clamp-2 min-w-0 text-[16px] text-pretty md:text-lg">{detail.title}</h1>
      <div className="ml-auto flex min-w-0 items-center gap-3 max-sm:shrink-0">
        <span className="min-w-0 max-sm:hidden">
          {finished ? (
            <span className="caption">finished</span>
          ) : (
            saveState.kind !== "unsaved" && <SaveNote state={saveState} />
          )}
        </span>
        <Button
          look="quiet"
          aria-pressed={facts.open}
          onClick={facts.toggle}
          className="num shrink-0 text-sm"
          title="The brief and what the interviewer told you"
        >
          <span className="max-sm:sr-only">What you know</span>
          <span className="sm:hidden" aria-hidden="true">
            Facts
          </span>
          <span className="text-ink-3">{known}</span>
          <span className="max-sm:hidden">
            <Kbd keys="Alt-0" />
          </span>
        </Button>
      </div>
    </header>
  );
}
