import type { ComponentType } from "react";
import { AssistedPart } from "./assisted/assisted-part.tsx";
import type { BesideProps } from "./beside-props.ts";
import { CodingPart } from "./coding/coding-part.tsx";
import { DesignPart } from "./design/design-part.tsx";
import { TalkProgress } from "./talk-progress.tsx";

type Beside = {
  /** A line above the talk, or a wide part of its own beside it. */
  place: "line" | "part";
  Shown: ComponentType<BesideProps>;
  /** It says itself why an action was turned away; else that stands under the words. */
  tellsRefusals?: true;
};

/** What stands beside the talk, by the type of what a round shows; a type without an entry shows the talk alone. Wide ones are loaded lazily. */
const BESIDE: Readonly<Record<string, Beside>> = {
  talk: { place: "line", Shown: TalkProgress },
  design: { place: "part", Shown: DesignPart },
  coding: { place: "part", Shown: CodingPart, tellsRefusals: true },
  assisted: { place: "part", Shown: AssistedPart, tellsRefusals: true },
};

export function besideOf(shown: unknown): (Beside & { shown: { type: string } }) | undefined {
  if (typeof shown !== "object" || shown === null || !("type" in shown)) return undefined;
  const type = `${shown.type}`;
  const beside = Object.hasOwn(BESIDE, type) ? BESIDE[type] : undefined;
  return beside && { ...beside, shown: { ...shown, type } };
}
