import type { Session } from "../types.ts";
import type { Unsent } from "./unsent.ts";

export type BesideProps = {
  session: Session;
  /** As the kind of round has it: see `shown` of its provider. */
  shown: { type: string };
  /** Does something in the round, such as running code; what came of it is in the next session. */
  act: (action: { type: string }) => void;
  pending: boolean;
  /** Whether anything is on its way, words as well: what is done meanwhile would not be sent. */
  busy: boolean;
  /** Where a part says what it has not sent yet. */
  unsent: Unsent;
  /** Why what was done last was turned away. */
  refused: unknown;
};
