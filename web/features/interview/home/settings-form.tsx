import { ChoiceField } from "../../../ui/choice-field.tsx";
import { difficultyName } from "../../../ui/difficulty.ts";
import type { InterviewHome } from "../types.ts";
import { NUDGES, PERSONAS } from "../wording.ts";
import type { Planning } from "./use-plan.ts";

const DIFFICULTIES = [1, 2, 3, 4, 5];

/** For which role, and how the interviewer is. */
export function SettingsForm({
  home: { loops },
  planning: { chosen, choose },
}: {
  home: InterviewHome;
  planning: Planning;
}) {
  const { role, difficulty, settings } = chosen;
  const loop = loops.find((each) => each.role === role);
  const change = (part: Partial<typeof settings>) => choose({ settings: { ...settings, ...part } });
  return (
    <section aria-labelledby="settings" className="mb-6 min-w-0">
      <h2 id="settings" className="mb-2 text-lg">
        For whom and how
      </h2>
      <div className="sheet grid gap-4 px-4 py-4">
        <div>
          <ChoiceField
            label="Role"
            value={role}
            choices={loops.map((each) => ({ value: each.role, name: each.title }))}
            onChoose={(next) => choose({ role: next })}
          />
          {loop && (
            <p className="caption num mt-1">
              As of {loop.asOf}: {loop.note}.
            </p>
          )}
        </div>
        <fieldset>
          <legend className="mb-1 text-[13px] text-ink-2">Interviewer</legend>
          {PERSONAS.map(({ id, name, says }) => (
            <label key={id} className="flex min-h-8 items-center gap-2 text-[14px]">
              <input
                type="radio"
                name="persona"
                checked={settings.persona === id}
                onChange={() => change({ persona: id })}
                className="size-4 accent-[var(--accent)]"
              />
              <span>
                {name} <span className="text-ink-3">{says}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <ChoiceField
          label="Difficulty of the first round; the next ones follow how it goes"
          value={`${difficulty}`}
          choices={DIFFICULTIES.map((each) => ({ value: `${each}`, name: difficultyName(each) }))}
          onChoose={(next) => choose({ difficulty: Number(next) })}
        />
        <ChoiceField
          label="Nudge"
          value={`${settings.nudgeAfterSeconds}`}
          choices={NUDGES.map(({ seconds, name }) => ({ value: `${seconds}`, name }))}
          onChoose={(next) =>
            change({ nudgeAfterSeconds: NUDGES.find(({ seconds }) => `${seconds}` === next)?.seconds ?? null })
          }
        />
        <label className="flex min-h-8 items-center gap-2 text-[14px]">
          <input
            type="checkbox"
            checked={settings.interrupts}
            onChange={({ target }) => change({ interrupts: target.checked })}
            className="size-4 accent-[var(--accent)]"
          />
          Cuts in on long answers
        </label>
      </div>
    </section>
  );
}
