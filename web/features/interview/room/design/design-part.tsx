import { lazy, Suspense } from "react";
import type { BesideProps } from "../beside-props.ts";

const DesignBeside = lazy(() => import("./design-beside.tsx").then((module) => ({ default: module.DesignBeside })));

/** The part of a design round, which comes when it is needed: the talk does not wait for it. */
export function DesignPart(props: BesideProps) {
  return (
    <Suspense fallback={<p className="late text-ink-2">Loading the sheet and the canvas</p>}>
      <DesignBeside {...props} />
    </Suspense>
  );
}
