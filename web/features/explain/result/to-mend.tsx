import { firstMend, type Mend } from "../../../../src/features/explain/model/first-mend.ts";
import { Callout } from "../../../ui/callout.tsx";
import { flagWords } from "../../../ui/flag-words.ts";
import type { ReadAttempt } from "../types.ts";
import { sentence } from "../wording.ts";

/** The one thing to mend first. */
export function ToMend({ attempt }: { attempt: ReadAttempt }) {
  const { title, more } = wordsOf(firstMend(attempt));
  return (
    <Callout tone={title === NOTHING ? "pass" : "part"}>
      <p>
        <b className="font-semibold">{title}</b>
      </p>
      {more && <p className="mt-1">{more}</p>}
    </Callout>
  );
}

const NOTHING = "Nothing to mend.";

function wordsOf(mend: Mend): { title: string; more?: string } {
  switch (mend.kind) {
    case "distortion":
      return { title: "Mend first: one claim went too far.", more: mend.whyWrong };
    case "limit":
      return {
        title: "Mend first: its form holds the score down.",
        more: flagWords[mend.flag ?? ""] ?? "See below what the grader noticed.",
      };
    case "missing":
      return {
        title: "Mend first: one point did not come across.",
        more: `${sentence(mend.metWhen)}${mend.say ? ` One way to put it: “${mend.say}”` : ""}`,
      };
    case "terms":
      return {
        title: `Mend first: this listener does not know “${mend.term}”${mend.more > 0 ? ` and ${mend.more} more` : ""}.`,
        more: `Say instead: ${sentence(mend.instead)}`,
      };
    case "length":
      return {
        title: mend.standing === "long" ? "Mend first: it is too long for them." : "Mend first: it is very short.",
        more: `${mend.words} words; ${mend.fewest} to ${mend.most} fit the moment.`,
      };
    case "reading":
      return {
        title: "Mend first: the sentences are hard to follow.",
        more: `Reading grade ${mend.grade.toFixed(1)}, comfortable up to ${mend.highest}. Split the longest sentence.`,
      };
    case "analogy":
      return mend.standing === "missing"
        ? { title: "Mend first: this listener needs a picture.", more: "Some fit, and where they break is told below." }
        : { title: "Mend first: the picture misleads.", more: "Say where it breaks, or take another one." };
    case "nothing":
      return { title: NOTHING, more: "Try the question that this listener asks next, or another listener." };
  }
}
