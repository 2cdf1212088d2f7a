import { useEffect, useState } from "react";
import type { AssistedAction, ShownAssistedRound } from "../../../../../src/features/coding/schema.ts";
import type { BesideProps } from "../beside-props.ts";
import { CodingBeside } from "../coding/coding-beside.tsx";
import { AssistantPane } from "./assistant-pane.tsx";

/** Beside the talk of a round with an assistant: as in any round with code, and the assistant that proposes some. */
export function AssistedBeside(props: BesideProps) {
  const { shown, pending, busy, act } = props;
  // the type of what is shown says whose it is
  const { assistant } = shown as ShownAssistedRound;
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    if (!pending) setAsking(false);
  }, [pending]);
  const ask = (text: string) => {
    setAsking(true);
    const action: AssistedAction = { type: "ask-assistant", text };
    act(action);
  };
  return (
    // what the assistant is asked is no run that is under way
    <CodingBeside {...props} pending={pending && !isAsking}>
      {(code) => (
        <AssistantPane
          assistant={assistant}
          busy={busy}
          isAsking={isAsking}
          currentCode={code.current}
          onAsk={ask}
          onTake={code.take}
        />
      )}
    </CodingBeside>
  );
}
