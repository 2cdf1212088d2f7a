import { Link } from "@tanstack/react-router";
import { PART_WORDS, thinParts } from "../../../../src/features/reading/model/notes.ts";
import type { Paper } from "../types.ts";

/** Why there is nothing to recall yet, and the mend. */
export function ThinNotes({ paper: { id, notes } }: { paper: Paper }) {
  const thin = thinParts(notes).map((part) => PART_WORDS[part].name.toLowerCase());
  return (
    <div className="sheet px-4 py-4">
      <p>
        Your notes are too thin to be held against. Write a sentence or two for at least three parts: {thin.join(", ")}.
      </p>
      <p className="mt-2">
        <Link to="/reading/$id" params={{ id }} search={{}} className="text-accent underline underline-offset-2">
          To the notes
        </Link>
      </p>
    </div>
  );
}
