import { Link } from "@tanstack/react-router";
import type { DirectoryOfTools, FoundTool } from "../../../../src/features/reading/schema.ts";

type Props = { tool: FoundTool; directory: DirectoryOfTools };

/** When to choose a tool, against what, and the question that interviews ask; the answer waits until one has thought. */
export function AskedOfTool({ tool: { id, interview }, directory: { tools, skills } }: Props) {
  if (!interview) return null;
  const { choose_when, against, question, answer } = interview;
  const other = tools.find((each) => each.id === against.tool);
  return (
    <section aria-labelledby="asked" className="sheet mt-6 px-4 py-4 sm:px-6">
      <h2 id="asked" className="mb-3 text-lg">
        In interviews
      </h2>
      <h3 className="text-sm font-medium text-ink-2">Choose it when</h3>
      <p className="mb-3 max-w-[68ch]">{choose_when}</p>
      {other && (
        <>
          <h3 className="text-sm font-medium text-ink-2">
            Weighed against{" "}
            <Link
              to="/reading/tools/$id"
              params={{ id: other.id }}
              className="text-accent underline underline-offset-2"
            >
              {other.name}
            </Link>
          </h3>
          <p className="mb-3 max-w-[68ch]">{against.because}</p>
        </>
      )}
      <h3 className="text-sm font-medium text-ink-2">Asked</h3>
      <p className="max-w-[68ch] text-[16px] font-medium">{question}</p>
      <details key={id} className="mt-2">
        <summary className="text-sm font-medium">A strong answer</summary>
        <p className="mt-2 max-w-[68ch] leading-7 text-ink-2">{answer}</p>
      </details>
      <p className="caption mt-3 border-t border-line pt-2">
        Practise what it is about:{" "}
        {interview.skills.map((skill, at) => (
          <span key={skill}>
            {at > 0 && " · "}
            <Link
              to="/recall"
              search={{ area: skill.split(".")[0] }}
              className="text-accent underline underline-offset-2"
            >
              {skills[skill] ?? skill}
            </Link>
          </span>
        ))}
      </p>
    </section>
  );
}
