import { counted } from "../../../../src/lib/text.ts";
import { percent } from "../../../ui/figures.ts";
import { StandingBar, StandingLegend } from "./standing-bar.tsx";
import type { SkillOnMap } from "./types.ts";
import { intervalSaid } from "./wording.ts";

/** What is believed of one skill, how sure that is, and from what. */
export function SkillDetail({ skill }: { skill: SkillOnMap }) {
  const { title, holdout, practice, share, cards, recall } = skill;
  return (
    <section
      aria-live="polite"
      aria-label={title}
      className="settle mt-2 max-w-[640px] rounded-md border border-line-strong bg-sunk px-4 py-3"
    >
      <h4 className="text-[15px] font-semibold">{title}</h4>
      <p className="num mt-0.5">
        {percent(holdout.expected)} expected on a middling item that you have never seen, likely {intervalSaid(holdout)}
        .
      </p>
      <StandingBar holdout={{ ...holdout, enough: true }} practice={practice} />
      <StandingLegend />
      <p className="caption num mt-1.5">
        {holdout.rows === 0
          ? "Nothing unseen was tried on it: the figure comes from skills near it, and is that unsure."
          : `From ${counted(holdout.rows, "unseen exercise")} on it, and from skills near it.`}{" "}
        {counted(practice.rows, "practised exercise")}.{" "}
        {recall === null
          ? "No question on it is kept in recall."
          : `${counted(cards, "question")} in recall, ${percent(recall)} remembered.`}{" "}
        The role weighs it {share > 0 ? `${(100 * share).toFixed(1)} %` : "nothing"}.
      </p>
    </section>
  );
}
