import type { ReactNode } from "react";
import type { TestResult } from "../types.ts";
import { LineLink } from "./line-link.tsx";

/** What went in, what was expected, what came, and the candidate's own lines on the way there. */
export function Evidence({ test, onGo }: { test: TestResult; onGo: (line: number) => void }) {
  const { input, expected, got, trace = [], message, visible } = test;
  return (
    <div className="mt-1 grid gap-2 text-sm">
      {message && <p className="break-words text-ink-2">{message}</p>}
      {(input ?? expected ?? got) !== undefined && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1">
          {input !== undefined && <Value name="in">{input}</Value>}
          {expected !== undefined && <Value name="expected">{expected}</Value>}
          {got !== undefined && <Value name="got">{got}</Value>}
        </dl>
      )}
      {trace.length > 0 && (
        <ol aria-label="Your lines, outermost first" className="grid gap-1">
          {trace.map(({ line, function: name, code }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: recursion repeats a line
            <li key={index} className="grid gap-0.5">
              <span>
                <LineLink line={line} in={name} onGo={onGo} />
              </span>
              <code className="block overflow-x-auto text-xs whitespace-pre text-ink-2">{code.trim()}</code>
            </li>
          ))}
        </ol>
      )}
      {!visible && input === undefined && (
        <p className="caption">A hidden test: what goes in is not shown, only why it is there.</p>
      )}
    </div>
  );
}

function Value({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="caption pt-px">{name}</dt>
      <dd className="min-w-0">
        <code className="block max-h-48 overflow-auto text-xs leading-5 break-words whitespace-pre-wrap">
          {children}
        </code>
      </dd>
    </>
  );
}
