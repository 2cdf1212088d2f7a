import type { ReactNode } from "react";
import { Sign, type Tone } from "../../../ui/state-mark.tsx";
import type { ReadAttempt } from "../types.ts";
import { sentence } from "../wording.ts";

/** What the words themselves tell: terms, length, reading level and picture. */
export function FormSection({ attempt }: { attempt: ReadAttempt }) {
  return (
    <ul aria-label="For this listener" className="mt-4 text-[14px]">
      <Terms attempt={attempt} />
      <LengthLine attempt={attempt} />
      <Level attempt={attempt} />
      <Picture attempt={attempt} />
    </ul>
  );
}

function Line({ tone, label, children }: { tone: Tone; label: string; children: ReactNode }) {
  return (
    <li className="grid grid-cols-[20px_minmax(0,1fr)] gap-x-2 border-line border-t py-2.5">
      <Sign tone={tone} label={label} />
      <div className="min-w-0">{children}</div>
    </li>
  );
}

function Terms({ attempt: { reading } }: { attempt: ReadAttempt }) {
  const { unexplained, explained } = reading.terms;
  if (unexplained.length === 0)
    return (
      <Line tone="pass" label="good">
        <p>
          No word that this listener does not know
          {explained.length > 0 && `; ${explained.map(({ term }) => term).join(", ")} said in plain words`}.
        </p>
      </Line>
    );
  return (
    <Line tone="fail" label="to mend">
      <p className="font-medium">Words that this listener does not know</p>
      <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(90px,auto)_minmax(0,1fr)]">
        {unexplained.map(({ term, instead, uses }) => (
          <div key={term} className="contents">
            <dt className="num font-medium">
              {term}
              {uses.length > 1 && ` ×${uses.length}`}
            </dt>
            <dd className="mb-1 text-ink-2 sm:mb-0">{sentence(instead)}</dd>
          </div>
        ))}
      </dl>
    </Line>
  );
}

function LengthLine({ attempt: { reading } }: { attempt: ReadAttempt }) {
  const { words, fewest, most, standing } = reading.length;
  const said = { right: "fits the moment", short: "short for the moment", long: "too long for the moment" }[standing];
  return (
    <Line tone={standing === "right" ? "pass" : "part"} label={standing === "right" ? "good" : "to mend"}>
      <p className="num">
        {words} words: {said} ({fewest} to {most}).
      </p>
    </Line>
  );
}

function Level({ attempt: { reading } }: { attempt: ReadAttempt }) {
  const { grade, se, highest, wordsASentence, longest } = reading.reading;
  if (grade === null)
    return (
      <Line tone="idle" label="cannot be told">
        <p>The reading level cannot be told: there are too few words, or no full stops.</p>
      </Line>
    );
  const hard = grade > highest + 1;
  return (
    <Line tone={hard ? "part" : "pass"} label={hard ? "to mend" : "good"}>
      <p className="num">
        Reading grade {grade.toFixed(1)} ± {se.toFixed(1)}, comfortable up to {highest}; {wordsASentence.toFixed(0)}{" "}
        words a sentence.
      </p>
      {hard && longest && <p className="mt-0.5 text-ink-2">The longest: “{longest.text}”</p>}
    </Line>
  );
}

function Picture({ attempt: { reading, pictures } }: { attempt: ReadAttempt }) {
  const { wanted, span, picture, limit, misleading } = reading.analogy;
  if (span === null)
    return (
      <Line tone={wanted === "needed" ? "fail" : "idle"} label={wanted === "needed" ? "to mend" : "none"}>
        <p>
          {wanted === "needed"
            ? "No picture, and this listener needs one."
            : "No picture; this listener can do without."}
        </p>
      </Line>
    );
  const known = pictures.find((each) => each.picture === picture);
  return (
    <Line tone={misleading ? "fail" : "pass"} label={misleading ? "to mend" : "good"}>
      <p>
        Your picture: “{span.text}” {misleading && <b className="font-semibold">It misleads.</b>}
      </p>
      {known && !misleading && <p className="mt-0.5 text-ink-2">It holds: {sentence(known.holds)}</p>}
      {known && (
        <p className="mt-0.5 text-ink-2">
          {limit ? "You say where it stops. " : "Where it breaks: "}
          {sentence(known.breaks)}
        </p>
      )}
      {!known && !limit && <p className="mt-0.5 text-ink-2">Be ready to say where it breaks.</p>}
    </Line>
  );
}
