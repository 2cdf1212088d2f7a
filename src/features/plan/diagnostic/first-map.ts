import { areaTitle } from "../../../shared/content/area-title.ts";
import type { Role } from "../../../shared/content/role.ts";
import type { SkillTree } from "../model/abilities.ts";
import { areaWeights, isWeighed } from "../model/diagnostic.ts";
import type { Weights } from "../model/readiness.ts";
import { weightsOfRound } from "../model/skills-of-rounds.ts";
import { standingOf } from "../standing.ts";
import type { Known, Unseen } from "./measure.ts";
import type { DiagnosticHome, DiagnosticMap } from "./schema.ts";
import type { AskedItem, Reply, StoredDiagnostic } from "./stored.ts";

type RoleArea = DiagnosticHome["roles"][number]["areas"][number];
type Witness = DiagnosticMap["strengths"][number];
type Answer = { area: string; title: string; reply: Reply; score: number };

const MOST_WITNESSES = 3;
const STRONG_FROM = 0.5;
const EXCERPT = 280;
const MOST_POINTS = 2;

/** What a role weighs by area, how many questions of each are unseen, and which round tells of an area that has none. */
export function areasOfRole(
  role: Role,
  { weights, unseen }: { weights: Weights; unseen: readonly Unseen[] },
  tree: SkillTree,
): RoleArea[] {
  const areas = areaWeights(weights, tree);
  const total = [...areas.values()].reduce((sum, weight) => sum + weight, 0);
  const left = Map.groupBy(
    unseen.filter((each) => isWeighed(each, weights)),
    ({ area }) => area,
  );
  return [...areas].map(([id, weight]) => ({
    id,
    title: areaTitle(id),
    weight: weight / total,
    left: left.get(id)?.length ?? 0,
    measuredBy: roundOn(role, id, tree),
  }));
}

function roundOn({ loop }: Role, area: string, tree: SkillTree): string | null {
  const own = tree.filter((skill) => skill.area === area);
  const drawsOn = ({ kind }: Role["loop"][number]) => {
    const drawn = weightsOfRound(kind, new Map(), tree);
    return own.some(({ id }) => drawn.has(id));
  };
  return loop.find(drawsOn)?.round ?? null;
}

type Sitting = { items: readonly AskedItem[]; ended: NonNullable<StoredDiagnostic["ended"]> };
type Ground = {
  role: Role;
  known: Known;
  unseen: readonly Unseen[];
  tree: SkillTree;
  titleOf: (item: AskedItem) => string;
};

/** The first map: what was seen, how surely, and in which words. */
export function firstMap({ items, ended }: Sitting, { role, known, unseen, tree, titleOf }: Ground): DiagnosticMap {
  const { weights, abilities } = known;
  const answers = items.flatMap((item): Answer[] => {
    const { reply, area } = item;
    return reply?.grade ? [{ area, title: titleOf(item), reply, score: reply.grade.score }] : [];
  });
  const ofArea = (area: string): Weights =>
    new Map(tree.filter((each) => each.area === area).map(({ id }) => [id, weights.get(id) ?? 0]));
  const areas = areasOfRole(role, { weights, unseen }, tree).map((area) => {
    const own = answers.filter((each) => each.area === area.id);
    return {
      ...area,
      standing: standingOf(abilities, ofArea(area.id)),
      asked: items.filter((each) => each.area === area.id).length,
      points: own.length === 0 ? null : own.reduce((sum, { score }) => sum + score, 0) / own.length,
    };
  });
  return {
    asOf: ended.at,
    why: ended.why,
    overall: standingOf(abilities, weights),
    areas,
    rounds: role.loop.map(({ round, kind }) => ({
      round,
      kind,
      standing: standingOf(abilities, weightsOfRound(kind, weights, tree)),
    })),
    ...witnesses(areas, answers),
  };
}

/** The best answers of the areas that look strongest, and the worst of those that look weakest; no area is both. */
function witnesses(
  areas: readonly { id: string; title: string; standing: DiagnosticMap["overall"] }[],
  answers: readonly Answer[],
): Pick<DiagnosticMap, "strengths" | "weakest"> {
  const ranked = areas
    .map(({ id, title, standing }) => {
      const own = answers.filter((each) => each.area === id).toSorted((a, b) => a.score - b.score);
      return { area: { id, title }, expected: standing.expected, worst: own[0], best: own.at(-1) };
    })
    .filter(({ best }) => best !== undefined)
    .sort((a, b) => a.expected - b.expected);
  const weak = ranked.slice(0, Math.min(MOST_WITNESSES, Math.ceil(ranked.length / 2)));
  const strong = ranked
    .slice(weak.length)
    .filter(({ best }) => (best?.score ?? 0) >= STRONG_FROM)
    .slice(-MOST_WITNESSES)
    .reverse();
  return {
    strengths: strong.flatMap(({ area, best }) => (best ? [witnessOf(area, best, "met")] : [])),
    weakest: weak.flatMap(({ area, worst }) => (worst ? [witnessOf(area, worst, "missed")] : [])),
  };
}

/** The words that met a point, where that is to be shown; else how the answer began. */
function witnessOf(area: Witness["area"], { title, reply, score }: Answer, shows: "met" | "missed"): Witness {
  const points = reply.grade?.points ?? [];
  const met = points.filter((point) => point.met);
  const said = shows === "met" ? met.find((point) => point.said !== null)?.said : undefined;
  const listed = (which: typeof points) => which.map(({ metWhen }) => metWhen).slice(0, MOST_POINTS);
  return {
    area,
    title,
    score,
    kind: reply.kind === "unknown" ? "unknown" : "answered",
    words: said ?? excerptOf(reply.text),
    met: listed(met),
    missed: listed(points.filter((point) => !point.met)),
  };
}

function excerptOf(text: string): string {
  const words = text.trim().replaceAll(/\s+/g, " ");
  return words.length <= EXCERPT ? words : `${words.slice(0, words.lastIndexOf(" ", EXCERPT))} …`;
}
