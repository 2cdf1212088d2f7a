import type { Incident } from "../../../../src/features/design/model/run/report.ts";
import { StateMark, type Tone } from "../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import { formatMoment, formatSeconds, formatShare } from "./format-value.ts";

type Props = {
  incident: Incident;
  /** Whether the service missed its objective meanwhile. */
  outcome: "held" | "broke";
  scale: "clock" | "days";
};

/** What a fault did: when it was seen, when it was over, how far it reached. */
export function IncidentCard({ incident, outcome, scale }: Props) {
  const { title, from, to, said } = incident;
  const { tone, words } = outcomeOf(incident, outcome);
  const until = to === null ? "to the end" : `to ${formatMoment(to, scale)}`;
  return (
    <li className="sheet px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h4 className="text-[14px] font-medium">{title}</h4>
        <StateMark tone={tone} className="text-sm">
          {words}
        </StateMark>
      </div>
      <p className="caption num">
        {formatMoment(from, scale)} {until}
      </p>
      <p className="num mt-2 max-w-[75ch] text-[14px]">
        <TextWithCode text={said} />
      </p>
      <dl className="num mt-2 grid grid-cols-[repeat(auto-fill,minmax(112px,1fr))] gap-x-4 gap-y-1 text-sm">
        {factsOf(incident, outcome).map(({ name, value }) => (
          <div key={name} className="min-w-0">
            <dt className="caption">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function outcomeOf({ recoveredAfter, metastable }: Incident, outcome: Props["outcome"]): { tone: Tone; words: string } {
  if (metastable) return { tone: "fail", words: "metastable: outlived its cause" };
  if (recoveredAfter === null) return { tone: "fail", words: "not recovered" };
  return outcome === "held" ? { tone: "pass", words: "held" } : { tone: "part", words: "broke and recovered" };
}

function factsOf(incident: Incident, outcome: Props["outcome"]): { name: string; value: string }[] {
  const { detectedAfter, detectedBy, recoveredAfter, blast, worstP99, lowestQuality } = incident;
  const by = detectedBy === null ? "" : `, by ${detectedBy}`;
  return [
    { name: "detected after", value: detectedAfter === null ? "nothing rang" : `${formatSeconds(detectedAfter)}${by}` },
    { name: "recovered after", value: outcome === "held" ? "never broke" : recoveryWords(recoveredAfter) },
    { name: "blast radius", value: formatShare(blast) },
    ...(worstP99 === null ? [] : [{ name: "worst p99", value: formatSeconds(worstP99) }]),
    ...(lowestQuality === null ? [] : [{ name: "lowest quality", value: formatShare(lowestQuality) }]),
  ];
}

function recoveryWords(seconds: number | null): string {
  if (seconds === null) return "not within the run";
  return seconds === 0 ? "at once" : formatSeconds(seconds);
}
