import type { ReactNode } from "react";
import type { Side } from "../types.ts";
import { shortNames } from "../wording.ts";

/** What can be counted, beside each other. */
export function MeasureTable({ left, right }: { left: Side; right: Side }) {
  return (
    <section aria-labelledby="measures" className="mt-6">
      <h2 id="measures" className="mb-2 text-lg">
        How they are told
      </h2>
      <div className="sheet overflow-x-auto">
        <table className="num w-full text-left text-[14px]">
          <thead className="text-ink-2">
            <tr>
              <th scope="col" className="px-4 py-2 font-medium">
                <span className="sr-only">Measure</span>
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                {shortNames[left.audience]}
              </th>
              <th scope="col" className="px-4 py-2 font-medium">
                {shortNames[right.audience]}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row name="Words" left={left.words} right={right.words} />
            <Row
              name="Words a sentence"
              left={left.wordsASentence.toFixed(0)}
              right={right.wordsASentence.toFixed(0)}
            />
            <Row name="Reading grade" left={gradeOf(left)} right={gradeOf(right)} />
            <Row name="Terms" left={<Terms side={left} />} right={<Terms side={right} />} />
            <Row name="Picture" left={<Picture side={left} />} right={<Picture side={right} />} />
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ name, left, right }: { name: string; left: ReactNode; right: ReactNode }) {
  return (
    <tr className="border-line border-t align-baseline">
      <th scope="row" className="w-[22%] px-4 py-2 font-normal text-ink-2">
        {name}
      </th>
      <td className="w-[39%] px-2 py-2">{left}</td>
      <td className="px-4 py-2">{right}</td>
    </tr>
  );
}

const gradeOf = ({ grade }: Side): string => (grade === null ? "cannot be told" : grade.toFixed(1));

const STANDINGS = { known: "", explained: ", said plainly", unexplained: ", not known to them" } as const;

function Terms({ side: { terms } }: { side: Side }) {
  if (terms.length === 0) return <span className="text-ink-3">none</span>;
  return (
    <ul>
      {terms.map(({ term, standing }) => (
        <li key={term} className={standing === "unexplained" ? "text-fail" : undefined}>
          {term}
          {STANDINGS[standing]}
        </li>
      ))}
    </ul>
  );
}

function Picture({ side: { analogy } }: { side: Side }) {
  return analogy ? <span>“{analogy.text}”</span> : <span className="text-ink-3">none</span>;
}
