import { Callout } from "../../../ui/callout.tsx";
import type { StoryFinding } from "../types.ts";
import { PART_NAMES } from "../wording.ts";

const SHOWN = 3;

/** What an interviewer would notice, the one worth most first, with the sentences that show it. */
export function Findings({ findings }: { findings: readonly StoryFinding[] }) {
  if (findings.length === 0)
    return (
      <Callout tone="pass">
        <p>
          <b className="font-semibold">Nothing to mend.</b> Tell it to the questions below until it comes by itself.
        </p>
      </Callout>
    );
  const rest = findings.slice(SHOWN);
  return (
    <>
      <ol aria-label="What to mend" className="grid gap-3">
        {findings.slice(0, SHOWN).map((finding) => (
          <Finding key={finding.id} finding={finding} />
        ))}
      </ol>
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="text-ink-2 text-sm">{rest.length} more</summary>
          <ol className="mt-3 grid gap-3">
            {rest.map((finding) => (
              <Finding key={finding.id} finding={finding} />
            ))}
          </ol>
        </details>
      )}
    </>
  );
}

function Finding({ finding: { id, part, said, mend, spans } }: { finding: StoryFinding }) {
  return (
    <li>
      <Callout tone={id === "doubtful" ? "fail" : "part"}>
        <p>
          {part && <span className="mr-1 text-ink-2">{PART_NAMES[part]}:</span>}
          <b className="font-semibold">{said}</b>
        </p>
        <p className="mt-1">{mend}</p>
        {spans.slice(0, 2).map(({ start, text }) => (
          <p key={start} className="mt-1 break-words text-ink-2">
            “{text}”
          </p>
        ))}
      </Callout>
    </li>
  );
}
