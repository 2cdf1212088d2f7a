import { CAME_FROM } from "../../../../src/features/explain/model/next-ask.ts";
import { Sign } from "../../../ui/state-mark.tsx";
import type { Idea, SideBySide } from "../types.ts";
import { audienceNames, sentence, shortNames } from "../wording.ts";

/** Every idea that either listener needs, and in which of the two it stands. */
export function IdeaTable({ sides: { ideas, left, right } }: { sides: SideBySide }) {
  const groups = Map.groupBy(ideas, ({ of }) => of);
  return (
    <section aria-labelledby="ideas" className="mt-6">
      <h2 id="ideas" className="mb-2 text-lg">
        What was kept and what was dropped
      </h2>
      <div className="sheet overflow-x-auto">
        <table className="w-full text-left text-[14px]">
          <thead className="text-ink-2">
            <tr>
              <th scope="col" className="px-4 py-2 font-medium">
                Idea
              </th>
              <th scope="col" className="px-2 py-2 font-medium">
                {shortNames[left.audience]}
              </th>
              <th scope="col" className="px-4 py-2 font-medium">
                {shortNames[right.audience]}
              </th>
            </tr>
          </thead>
          {[...groups].map(([of, own]) => (
            <tbody key={of}>
              <tr className="border-line border-t bg-sunk">
                <th scope="colgroup" colSpan={3} className="px-4 py-1.5 font-normal text-ink-2 text-sm">
                  Needed by: {audienceNames[of]}
                </th>
              </tr>
              {own.map((idea) => (
                <Row key={idea.id} idea={idea} />
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </section>
  );
}

function Row({ idea: { metWhen, left, right } }: { idea: Idea }) {
  return (
    <tr className="border-line border-t align-baseline">
      <th scope="row" className="px-4 py-2 font-normal">
        {sentence(metWhen)}
      </th>
      <td className="px-2 py-2">
        <Stands probability={left} />
      </td>
      <td className="px-4 py-2">
        <Stands probability={right} />
      </td>
    </tr>
  );
}

function Stands({ probability }: { probability: number }) {
  const there = probability >= CAME_FROM;
  return (
    <span className="inline-flex items-baseline gap-1 whitespace-nowrap">
      <Sign tone={there ? "pass" : "idle"} label={there ? "said" : "left out"} />
      <span className={there ? undefined : "text-ink-3"}>{there ? "said" : "left out"}</span>
    </span>
  );
}
