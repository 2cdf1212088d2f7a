import { lazy, Suspense } from "react";
import type { BesideProps } from "../beside-props.ts";

const CodingBeside = lazy(() => import("./coding-beside.tsx").then((module) => ({ default: module.CodingBeside })));

/** The part of a round in which code is written, which comes when it is needed: the talk does not wait for it. */
export function CodingPart(props: BesideProps) {
  return (
    <Suspense fallback={<p className="late text-ink-2">Loading the problem and the editor</p>}>
      <CodingBeside {...props} />
    </Suspense>
  );
}
