import { lazy, Suspense } from "react";
import type { BesideProps } from "../beside-props.ts";

const AssistedBeside = lazy(() =>
  import("./assisted-beside.tsx").then((module) => ({ default: module.AssistedBeside })),
);

/** The part of a round with an assistant, which comes when it is needed: the talk does not wait for it. */
export function AssistedPart(props: BesideProps) {
  return (
    <Suspense fallback={<p className="late text-ink-2">Loading the problem, the editor and the assistant</p>}>
      <AssistedBeside {...props} />
    </Suspense>
  );
}
