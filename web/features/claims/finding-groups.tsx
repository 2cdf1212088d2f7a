import { useRef, useState } from "react";
import { FINDING_KINDS } from "../../../src/features/claims/model/finding-kinds.ts";
import { useListKeys } from "../../shell/list-keys.ts";
import { TextButton } from "../../ui/button.tsx";
import { FindingItem } from "./finding-item.tsx";
import type { Finding, FindingKind } from "./types.ts";
import { FINDING_HELP, FINDING_TITLES } from "./wording.ts";

const SHOWN_AT_FIRST = 5;

/** What is at fault, the gravest kind first; a long list shows its beginning. */
export function FindingGroups({ findings }: { findings: readonly Finding[] }) {
  const list = useRef<HTMLDivElement>(null);
  useListKeys({ list, noun: { one: "finding", many: "findings" }, next: undefined });
  if (findings.length === 0) return null;
  return (
    <div ref={list}>
      {FINDING_KINDS.map((kind) => (
        <Group key={kind} kind={kind} findings={findings.filter((finding) => finding.kind === kind)} />
      ))}
    </div>
  );
}

function Group({ kind, findings }: { kind: FindingKind; findings: readonly Finding[] }) {
  const [all, setAll] = useState(false);
  if (findings.length === 0) return null;
  const shown = all ? findings : findings.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-labelledby={`kind-${kind}`} className="mt-8">
      <h2 id={`kind-${kind}`} className="text-lg">
        {FINDING_TITLES[kind]} <span className="num text-[15px] text-ink-3">{findings.length}</span>
      </h2>
      <p className="caption mb-3 max-w-[75ch]">{FINDING_HELP[kind]}</p>
      <ul className="grid gap-4">
        {shown.map((finding) => (
          <FindingItem key={finding.id} finding={finding} />
        ))}
      </ul>
      {shown.length < findings.length && (
        <p className="mt-3">
          <TextButton onClick={() => setAll(true)}>Show all {findings.length}</TextButton>
        </p>
      )}
    </section>
  );
}
