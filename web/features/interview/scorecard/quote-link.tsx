import { Link } from "@tanstack/react-router";
import { showTurn, turnHash } from "../replay/show-turn.ts";

const MOST_SHOWN = 220;

/** Words of the candidate, and the way to the moment in which they were said. */
export function QuoteLink({ seq, quote }: { seq: number | null; quote: string }) {
  const line = quote.replaceAll(/\s+/g, " ").trim();
  const shown = `“${line.length > MOST_SHOWN ? `${line.slice(0, MOST_SHOWN).trimEnd()} …` : line}”`;
  if (seq === null) return <span>{shown}</span>;
  return (
    <Link
      to="."
      hash={turnHash(seq)}
      resetScroll={false}
      hashScrollIntoView={false}
      // the address stays the same where it is followed twice
      onClick={() => showTurn(seq)}
      className="text-accent underline decoration-1 underline-offset-2 hover:text-accent-strong"
    >
      {shown}
    </Link>
  );
}
