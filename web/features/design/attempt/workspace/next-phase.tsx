import { Button } from "../../../../ui/button.tsx";
import { Kbd } from "../../../../ui/kbd.tsx";
import { phaseAfter, phaseNames } from "../../wording.ts";
import type { Sitting } from "../use-sitting.ts";

type Props = { sitting: Pick<Sitting, "draft" | "goTo">; look?: "primary" | "plain" };

/** On to the next phase; the key for it is the same everywhere. */
export function NextPhase({ sitting: { draft, goTo }, look = "primary" }: Props) {
  const next = phaseAfter(draft.phase);
  if (!next) return null;
  return (
    <Button look={look} onClick={() => goTo(next)}>
      Next: {phaseNames[next]} <Kbd keys="Mod-Shift-Enter" bare={look === "primary"} />
    </Button>
  );
}
