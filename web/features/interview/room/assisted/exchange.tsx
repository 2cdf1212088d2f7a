import { lazy, Suspense, useState } from "react";
import { mergeCode } from "../../../../../src/features/coding/model/round/assisted/merge-code.ts";
import type { ShownAssistedRound } from "../../../../../src/features/coding/schema.ts";
import { Button } from "../../../../ui/button.tsx";
import { CodeBox } from "../../../../ui/code-box.tsx";
import { Tag } from "../../../../ui/tag.tsx";

const CodeDiff = lazy(() =>
  import("../../../coding/editor/code-diff.tsx").then((module) => ({ default: module.CodeDiff })),
);

type Exchanged = ShownAssistedRound["assistant"]["exchanges"][number];
type Props = {
  exchange: Exchanged;
  busy: boolean;
  currentCode: () => string;
  onTake: (piece: string) => void;
};

/** One request and what came of it. */
export function Exchange({ exchange: { asked, says, proposal }, ...taking }: Props) {
  return (
    <li className="grid min-w-0 gap-2 px-4 py-3 text-[14px]">
      <p className="whitespace-pre-wrap break-words text-ink-2">
        <span className="caption font-medium text-accent">You</span> {asked}
      </p>
      <p className="break-words">
        <span className="caption font-medium">Assistant</span> {says}
      </p>
      {proposal && <Proposal proposal={proposal} {...taking} />}
    </li>
  );
}

type ProposalProps = Omit<Props, "exchange"> & { proposal: NonNullable<Exchanged["proposal"]> };

function Proposal({ proposal, busy, currentCode, onTake }: ProposalProps) {
  const { piece, title, code, isNewest, isTaken } = proposal;
  const [against, setAgainst] = useState<string>();
  return (
    <>
      {against === undefined ? (
        <CodeBox className="max-h-[38dvh] text-[13px]">
          <code>{code}</code>
        </CodeBox>
      ) : (
        <div className="h-[38dvh] overflow-hidden rounded-md border border-line">
          <Suspense fallback={<p className="late p-3 text-ink-2">Loading the changes</p>}>
            <CodeDiff before={against} after={mergeCode(against, code)} label={`What ${title} changes; read only`} />
          </Suspense>
        </div>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {isNewest ? (
          <Button onClick={() => onTake(piece)} disabled={busy} aria-label={`Take ${title} into the code`}>
            {isTaken ? "Take again" : "Take"}
          </Button>
        ) : (
          <span className="caption">there is a newer one below</span>
        )}
        <Button
          look="quiet"
          aria-pressed={against !== undefined}
          onClick={() => setAgainst(against === undefined ? currentCode() : undefined)}
        >
          {against === undefined ? "Changes" : "Code alone"}
        </Button>
        {isTaken && <Tag>taken</Tag>}
      </div>
    </>
  );
}
