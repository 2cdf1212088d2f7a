import type { DesignFault } from "../../../../src/features/design/model/design.ts";
import { renameNode } from "../../../../src/features/design/model/language/edit-design.ts";
import { parseDesign } from "../../../../src/features/design/model/language/parse-design.ts";
import { isName } from "../../../../src/features/design/model/language/parse-step.ts";
import { failed, type Result } from "../../../../src/lib/result.ts";

export type EditReason = Pick<DesignFault, "message" | "mend">;
export type EditAttempt = Result<string, EditReason>;

/** An edit of the text, unless it would bring in an error that was not there before. */
export function tryEdit(before: string, after: string): EditAttempt {
  const known = new Set(errorsOf(before).map(({ message }) => message));
  const fresh = errorsOf(after).find(({ message }) => !known.has(message));
  return fresh ? failed({ message: fresh.message, mend: fresh.mend }) : { ok: true, value: after };
}

const errorsOf = (text: string) => parseDesign(text).faults.filter(({ severity }) => severity === "error");

/** Another id for a component: a name of its own that the language can read. */
export function tryRename(text: string, id: string, to: string): EditAttempt {
  if (!isName(to))
    return failed({
      message: to === "" ? "A component needs a name." : `\`${to}\` is no name.`,
      mend: "Write letters, digits, `_` and single hyphens, beginning with a letter.",
    });
  if (parseDesign(text).design.nodes.some((node) => node.id === to))
    return failed({ message: `There is a \`${to}\` already.`, mend: "Choose another name." });
  return tryEdit(text, renameNode(text, id, to));
}
