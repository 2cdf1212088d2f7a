import { areaTitle } from "../../../shared/content/area-title.ts";
import { areaWeights } from "../model/diagnostic.ts";
import { weightsOfRole } from "../model/skills-of-rounds.ts";
import type { DiagnosticDeps } from "./deps.ts";
import { firstMap } from "./first-map.ts";
import { knownAt, unseenBy } from "./measure.ts";
import type { Diagnostic } from "./schema.ts";
import { type AskedItem, afterReplies, minutesOf, openItem, type StoredDiagnostic } from "./stored.ts";

/** A diagnostic as its page sees it; what was graded shows once it is over. */
export async function shownDiagnostic(deps: DiagnosticDeps, diagnostic: StoredDiagnostic): Promise<Diagnostic> {
  const { questions, roles, skills } = deps;
  const { id, items, begunAt } = diagnostic;
  const role = roles.find((each) => each.id === diagnostic.role);
  const tree = [...skills.values()];
  const unseen = await unseenBy(deps);
  const askable = new Set([...unseen, ...items].map(({ area }) => area));
  const areas = role ? [...areaWeights(weightsOfRole(role, tree), tree).keys()] : [];
  const open = openItem(diagnostic);
  const question = open && questions.ask(open.itemId, open.seed);
  const shown = {
    id,
    role: { id: diagnostic.role, title: role?.title ?? diagnostic.role },
    begunAt,
    minutesUsed: minutesOf(items),
    areas: areas
      .filter((area) => askable.has(area))
      .map((area) => ({ id: area, title: areaTitle(area), asked: items.some((each) => each.area === area) })),
    asked: items.length,
    question:
      open && question ? { ...question, seq: open.seq, area: { id: open.area, title: areaTitle(open.area) } } : null,
  };
  const { ended } = diagnostic;
  if (!ended || !role) return { ...shown, map: null };
  const titleOf = (item: AskedItem) => questions.ask(item.itemId, item.seed)?.title ?? "A question of an earlier bank";
  const known = await knownAt(deps, role, { at: afterReplies(items, new Date(ended.at)) });
  return { ...shown, map: firstMap({ items, ended }, { role, known, unseen, tree, titleOf }) };
}
