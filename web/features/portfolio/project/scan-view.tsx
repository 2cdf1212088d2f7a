import { counted } from "../../../../src/lib/text.ts";
import { Callout } from "../../../ui/callout.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import type { Leak, Mend, ProjectQuestion, Scan } from "../types.ts";
import { DimensionRow } from "./dimension-row.tsx";
import { EvidenceList } from "./evidence-list.tsx";

/** The reading: what to stop for, what to mend, where each dimension stands, what will be asked. */
export function ScanView({ scan }: { scan: Scan }) {
  const { leaks, mends, dimensions, questions, limits, counts } = scan;
  return (
    <>
      {leaks.length > 0 && <Leaks leaks={leaks} />}
      {mends.length > 0 && <Mends mends={mends} />}
      <section aria-labelledby="questions" className="mb-8">
        <h2 id="questions" className="mb-2 text-lg">
          What your code invites
        </h2>
        {questions.length === 0 ? (
          <p className="text-ink-2">There is too little code here to ask about.</p>
        ) : (
          <ol className="sheet divide-y divide-line">
            {questions.map((question) => (
              <QuestionLine key={question.id} question={question} />
            ))}
          </ol>
        )}
      </section>
      <section aria-labelledby="dimensions" className="mb-8">
        <h2 id="dimensions" className="mb-2 text-lg">
          As an interviewer reads it
        </h2>
        <ul className="sheet divide-y divide-line">
          {dimensions.map((dimension) => (
            <DimensionRow key={dimension.id} dimension={dimension} />
          ))}
        </ul>
        <p className="num mt-2 text-[13px] text-ink-3">
          {counted(counts.files, "file")}, {counts.filesRead.toLocaleString("en-US")} read;{" "}
          {counted(counts.python, "Python file")}, {counted(counts.notebooks, "notebook")};{" "}
          {counted(counts.commits, "commit")} by {counted(counts.authors, "author")}. Static reading: nothing was run.
        </p>
        {limits.length > 0 && (
          <ul className="mt-1 list-disc pl-5 text-[13px] text-ink-3">
            {limits.map((limit) => (
              <li key={limit}>{limit}</li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Leaks({ leaks }: { leaks: readonly Leak[] }) {
  return (
    <Callout tone="fail" className="mb-6">
      <h2 className="text-[15px]">Stop: this repository gives something away</h2>
      <ul className="mt-2 grid gap-3">
        {leaks.map(({ kind, file, line, masked, commit, clean }) => (
          <li key={`${kind}${file}${line}${commit}`}>
            <p>
              <b className="font-semibold">{kind}</b>, <code className="break-all">{`${file}:${line}`}</code>
              {commit && ` in commit ${commit.slice(0, 8)}`}: <code className="break-all">{masked}</code>
            </p>
            <p>
              <TextWithCode text={clean} />
            </p>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Mends({ mends }: { mends: readonly Mend[] }) {
  return (
    <section aria-labelledby="mends" className="mb-8">
      <h2 id="mends" className="mb-2 text-lg">
        Mend first
      </h2>
      <ol className="sheet divide-y divide-line">
        {mends.map(({ dimension, worth, said, evidence }) => (
          <li key={dimension + said} className="px-4 py-3">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="min-w-0 flex-1 basis-[260px]">
                <TextWithCode text={said} />
              </span>
              <span className="num text-[13px] text-ink-3">worth {Math.max(1, Math.round(100 * worth))} points</span>
            </p>
            <EvidenceList evidence={evidence.slice(0, 3)} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function QuestionLine({ question }: { question: ProjectQuestion }) {
  const { ask, listensFor, file, line, quote, by } = question;
  return (
    <li className="px-4 py-3">
      <p>
        <TextWithCode text={ask} />
      </p>
      <EvidenceList evidence={[{ file, line, quote }]} />
      <details className="mt-1 text-[14px]">
        <summary className="cursor-pointer text-ink-2">What a good answer shows</summary>
        <p className="mt-1 max-w-[70ch]">
          <TextWithCode text={listensFor} />
        </p>
        {by === "model" && (
          <p className="text-[13px] text-ink-3">Proposed by the language model; its quote was checked.</p>
        )}
      </details>
    </li>
  );
}
