import { Callout } from "../../../ui/callout.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { asWords } from "../wording.ts";
import { Evidence } from "./evidence.tsx";
import type { Mend } from "./first-mend.ts";
import { LineLink } from "./line-link.tsx";

/** What is the one thing to mend? */
export function MendCallout({ mend, onGo }: { mend: Mend; onGo: (line: number) => void }) {
  return (
    <Callout tone="fail" className="mend">
      <MendText mend={mend} onGo={onGo} />
    </Callout>
  );
}

function MendText({ mend, onGo }: { mend: Mend; onGo: (line: number) => void }) {
  switch (mend.kind) {
    case "misconception":
      return (
        <>
          <p className="caption mb-0.5 !text-ink-2">You may believe</p>
          <p className="mb-1 font-semibold">
            <TextWithCode text={mend.belief} />
          </p>
          <p>
            <TextWithCode text={mend.text} />
          </p>
        </>
      );
    case "message":
      return (
        <>
          <p className="break-words">
            <TextWithCode text={mend.text} />
          </p>
          {mend.line !== undefined && (
            <p className="mt-1">
              <LineLink line={mend.line} onGo={onGo} />
            </p>
          )}
        </>
      );
    case "test":
      return (
        <>
          <p className="font-semibold">{asWords(mend.test.name)}</p>
          <p>
            <TextWithCode text={mend.test.why} />
          </p>
          <Evidence test={mend.test} onGo={onGo} />
        </>
      );
  }
}
