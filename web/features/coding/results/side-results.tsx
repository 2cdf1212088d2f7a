import { CodeBox } from "../../../ui/code-box.tsx";
import { StateMark } from "../../../ui/state-mark.tsx";
import { TextWithCode } from "../../../ui/text-with-code.tsx";
import type { Finding, Verdict } from "../types.ts";
import { asWords, counted } from "../wording.ts";
import { LineLink } from "./line-link.tsx";

/** Debug problems: which planted faults are mended. The others are only counted: their names would give them away. */
export function FaultsFound({ faults }: { faults: NonNullable<Verdict["faults"]> }) {
  const found = faults.filter(({ found }) => found);
  const left = faults.length - found.length;
  return (
    <section className="mt-4">
      <h3 className="mb-1 text-sm font-medium">
        <StateMark tone={left === 0 ? "pass" : found.length > 0 ? "part" : "fail"}>
          {found.length} of {counted(faults.length, "planted fault")} mended
        </StateMark>
      </h3>
      <ul className="text-sm text-ink-2">
        {found.map(({ id }) => (
          <li key={id}>{asWords(id.replaceAll("-", "_"))}</li>
        ))}
        {left > 0 && (
          <li>
            {left} {left === 1 ? "is" : "are"} still there
          </li>
        )}
      </ul>
    </section>
  );
}

/** Progressive problems: how far it carries. */
export function LevelsPassed({ passed, total }: { passed: number; total: number }) {
  return (
    <h3 className="mt-4 text-sm font-medium">
      <StateMark tone={passed >= total ? "pass" : passed > 0 ? "part" : "fail"}>
        {passed} of {counted(total, "level")}
      </StateMark>
    </h3>
  );
}

/** What the solution printed, as it was printed. */
export function Printed({ stdout }: { stdout: string }) {
  const lines = stdout.replace(/\n$/, "").split("\n").length;
  return (
    <details className="mt-4 text-sm" open={lines <= 12}>
      <summary className="w-fit rounded font-medium">Printed, {counted(lines, "line")}</summary>
      <CodeBox className="mt-1 max-h-60 text-xs whitespace-pre-wrap">{stdout}</CodeBox>
    </details>
  );
}

/** What an interviewer might add about the code: beside the verdict, never part of it. */
export function Advice({ reading, onGo }: { reading: readonly Finding[]; onGo: (line: number) => void }) {
  return (
    <section className="mt-4 text-sm">
      <h3 className="font-medium">Reading the code</h3>
      <p className="caption mb-1">What an interviewer might say. Advice: no part of the verdict.</p>
      <ul className="border-b border-line">
        {reading.map(({ line, rule, message }) => (
          <li key={`${line} ${rule}`} className="settle border-t border-line py-1.5">
            <span className="mr-2">
              <LineLink line={line} onGo={onGo} />
            </span>
            <span className="break-words text-ink-2">
              <TextWithCode text={message} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
