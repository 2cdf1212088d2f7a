import { CatchBoundary } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Button } from "../../../../ui/button.tsx";
import { Callout } from "../../../../ui/callout.tsx";

type Props = { what: string; children: ReactNode };

/** A part that comes late or may break takes nothing else with it: the rest of the attempt stays usable. */
export function InPlace({ what, children }: Props) {
  return (
    <CatchBoundary getResetKey={() => what} errorComponent={() => <Broken what={what} />}>
      {children}
    </CatchBoundary>
  );
}

function Broken({ what }: { what: string }) {
  return (
    <Callout tone="fail">
      <p role="alert">
        <b className="font-semibold">{what} did not load, or broke.</b> Everything you typed is kept. If the server was
        stopped, start it again with <code>npm start</code>.
      </p>
      <Button className="mt-2" onClick={() => location.reload()}>
        Reload
      </Button>
    </Callout>
  );
}
