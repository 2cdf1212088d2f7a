import { Link } from "@tanstack/react-router";
import { counted } from "../../../../src/lib/text.ts";
import { Button } from "../../../ui/button.tsx";
import { NEXT_LINK, NextCard } from "../../../ui/next-card.tsx";
import type { ReadingOverview } from "../types.ts";

type Props = { overview: ReadingOverview; onAdd: () => void };

/** What to do next: tell what is due, write the notes of what is being read, read on, or begin. */
export function NextPaper({ overview: { papers, due }, onAdd }: Props) {
  const first = papers.find(({ id }) => id === due[0]);
  const begun = papers.find(({ status, complete }) => status === "reading" && !complete);
  const waiting = papers.find(({ status }) => status === "to-read" || status === "unread");
  if (first)
    return (
      <NextCard
        title={`Tell “${first.title}” from memory`}
        action={
          <Link
            to="/reading/$id"
            params={{ id: first.id }}
            search={{ tell: "parts" }}
            className={`${NEXT_LINK} no-underline`}
          >
            Recall it
          </Link>
        }
      >
        <p className="text-ink-2">
          {due.length === 1 ? "It is due" : `It is the first of ${counted(due.length, "paper")} that are due`}: its five
          parts one by one, then as a whole to somebody.
        </p>
      </NextCard>
    );
  const next = begun ?? waiting;
  if (next)
    return (
      <NextCard
        title={begun ? `Finish the notes on “${next.title}”` : `Read “${next.title}”`}
        action={
          <Link to="/reading/$id" params={{ id: next.id }} className={`${NEXT_LINK} no-underline`}>
            {begun ? "Write on" : "Open it"}
          </Link>
        }
      >
        <p className="text-ink-2">
          {begun
            ? "With all five parts it comes back before you forget it, and a mock can ask you about it."
            : "Nothing is due from memory. It waits on your list."}
        </p>
      </NextCard>
    );
  return (
    <NextCard
      title={papers.length === 0 ? "Put your first paper on the list" : "Put the next paper on the list"}
      action={
        <Button look="primary" className="min-h-10 px-4" onClick={onAdd}>
          Add one
        </Button>
      }
    >
      <p className="text-ink-2">
        Read it, note problem, method, result, limit and relation, and tell it from memory when it is due: a paper talk
        asks for just that.
      </p>
    </NextCard>
  );
}
