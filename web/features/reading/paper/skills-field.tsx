import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button } from "../../../ui/button.tsx";
import { ChoiceField } from "../../../ui/choice-field.tsx";
import { FailureNote } from "../../../ui/failure-note.tsx";
import { paperQuery, setSkills } from "../queries.ts";
import type { PaperDetail } from "../types.ts";

/** The skills that a retelling of the paper is evidence of; suggestions come from its words. */
export function SkillsField({ detail: { paper, skills, suggested } }: { detail: PaperDetail }) {
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (next: readonly string[]) => setSkills(paper.id, next),
    onSuccess: (detail) => client.setQueryData(paperQuery(paper.id).queryKey, detail),
  });
  const add = (id: string) => change.mutate([...paper.skills, id]);
  const titles = new Map(skills.map(({ id, title }) => [id, title]));
  const open = skills.filter(({ id }) => !paper.skills.includes(id));
  return (
    <section aria-label="Skills" className="mb-5">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-[14px] text-ink-2">Skills:</span>
        {paper.skills.map((id) => (
          <Button
            key={id}
            aria-label={`Take off ${titles.get(id) ?? id}`}
            disabled={change.isPending}
            onClick={() => change.mutate(paper.skills.filter((each) => each !== id))}
          >
            {titles.get(id) ?? id} ×
          </Button>
        ))}
        <ChoiceField
          label="Add a skill"
          place="hidden"
          value=""
          choices={[{ value: "", name: "Add a skill" }, ...open.map(({ id, title }) => ({ value: id, name: title }))]}
          onChoose={(id) => id !== "" && add(id)}
        />
      </div>
      {suggested.length > 0 && (
        <p className="mt-2 flex flex-wrap items-center gap-2 text-[14px] text-ink-2">
          Its words name:
          {suggested.map(({ id, title }) => (
            <Button key={id} look="quiet" disabled={change.isPending} onClick={() => add(id)}>
              + {title}
            </Button>
          ))}
        </p>
      )}
      {change.error && <FailureNote error={change.error} />}
    </section>
  );
}
