import type { RunReport } from "../../../../src/features/design/model/run/report.ts";
import { Callout } from "../../../ui/callout.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { formatAgainst } from "./format-value.ts";
import { mendOf, tightest } from "./mend.ts";

/** The one thing to mend; where all hold, what has the least to spare. */
export function MendNote({ report }: { report: RunReport }) {
  const mend = mendOf(report);
  if (!mend) return <Tightest report={report} />;
  const { objective, cause } = mend;
  const { value, target } = formatAgainst(objective);
  return (
    <Callout tone="fail">
      <p className="num font-semibold">
        {objective.title}: {value}, asked for {target}
      </p>
      {cause.said.map((sentence) => (
        <p key={sentence} className="num mt-1 max-w-[75ch]">
          <TextWithCode text={sentence} />
        </p>
      ))}
    </Callout>
  );
}

function Tightest({ report }: { report: RunReport }) {
  const close = tightest(report.objectives);
  if (!close) return null;
  const { value, target } = formatAgainst(close);
  return (
    <Callout tone="pass">
      <p className="font-semibold">Nothing to mend: every objective holds.</p>
      <p className="num mt-1">
        Least to spare: {close.title}, {value} where {target} is asked for.
      </p>
    </Callout>
  );
}
