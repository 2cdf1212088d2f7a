import type { Evidence } from "../types.ts";

/** Places in the repository with their words. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  if (evidence.length === 0) return null;
  return (
    <ul className="mt-1 grid gap-1 text-[13px]">
      {evidence.map(({ file, line, quote }) => (
        <li key={`${file}:${line}:${quote}`} className="min-w-0">
          <span className="break-all text-ink-3">{`${file}:${line}`}</span>{" "}
          <code className="break-words font-mono">{quote}</code>
        </li>
      ))}
    </ul>
  );
}
