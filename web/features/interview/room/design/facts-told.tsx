import type { ShownDesign } from "../../../../../src/features/design/model/round/shown.ts";
import { counted } from "../../../../../src/lib/text.ts";

/** What the interviewer told because it was asked for. */
export function FactsTold({ facts }: Pick<ShownDesign, "facts">) {
  if (facts.length === 0) return null;
  return (
    <details className="sheet px-4 py-2.5 text-[14px]">
      <summary className="num">You were told {counted(facts.length, "thing")}</summary>
      <dl className="mt-2 grid gap-2">
        {facts.map(({ about, answer }) => (
          <div key={about}>
            <dt className="font-medium">{about}</dt>
            <dd className="text-ink-2">{answer}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
