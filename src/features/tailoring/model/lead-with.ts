/** Something of the candidate's that can be led with. */
export type Project = { id: string; title: string; to: string; skills: ReadonlySet<string> };
export type LeadProject = { id: string; title: string; to: string; shared: string[]; overlap: number };

const MOST_PROJECTS = 5;

/** Projects by how much of a posting's weight their words show. */
export function projectsToLead(
  weights: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  projects: readonly Project[],
): LeadProject[] {
  return projects
    .map(({ id, title, to, skills }) => {
      const shared = [...skills].filter((skill) => asked.has(skill));
      const overlap = shared.reduce((sum, skill) => sum + (weights.get(skill) ?? 0), 0);
      return {
        id,
        title,
        to,
        shared: shared.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)),
        overlap,
      };
    })
    .filter(({ overlap }) => overlap > 0)
    .toSorted((a, b) => b.overlap - a.overlap)
    .slice(0, MOST_PROJECTS);
}

/** Something of the bank that practice serves. */
export type PracticeItem = { title: string; kind: string; to: string; skills: readonly string[]; difficulty: number };
export type ExpectedQuestion = Omit<PracticeItem, "skills"> & { skills: string[]; weight: number };

const MOST_QUESTIONS = 14;
const MOST_OF_A_SKILL = 2;
const SHARE_OF_OTHERS = 0.4;

/** What to expect to be asked: items whose skills weigh most, few of each skill. */
export function questionsToExpect(
  weights: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  items: readonly PracticeItem[],
): ExpectedQuestion[] {
  const counted = new Map<string, number>();
  return items
    .map((item) => {
      const shares = item.skills.map((skill, at) =>
        asked.has(skill) ? (weights.get(skill) ?? 0) * (at === 0 ? 1 : SHARE_OF_OTHERS) : 0,
      );
      return { ...item, skills: [...item.skills], weight: shares.reduce((sum, share) => sum + share, 0) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.title.localeCompare(b.title))
    .filter(({ skills }) => {
      const first = skills.find((skill) => asked.has(skill)) ?? "";
      const count = counted.get(first) ?? 0;
      counted.set(first, count + 1);
      return count < MOST_OF_A_SKILL;
    })
    .slice(0, MOST_QUESTIONS);
}

export type OwnStory = { id: string; title: string; levels: Readonly<Record<string, number>> };
export type StoryNeed = {
  competency: string;
  /** The posting's words; empty where it is asked everywhere and the posting does not name it. */
  phrases: string[];
  stories: { id: string; title: string; level: number }[];
};

const ASKED_EVERYWHERE = ["ownership", "collaboration", "failure", "conflict"];
const FEWEST_NEEDS = 4;
const MOST_STORIES = 3;

/** The competencies that a posting asks for, the strongest first, each with the stories that carry it. */
export function storiesToLead(
  asked: readonly { skill: string; phrases: string[] }[],
  stories: readonly OwnStory[],
): StoryNeed[] {
  const named = asked
    .filter(({ skill }) => skill.startsWith("behavioral."))
    .map(({ skill, phrases }) => ({ competency: skill.slice("behavioral.".length), phrases }));
  const usual = ASKED_EVERYWHERE.filter((each) => !named.some(({ competency }) => competency === each)).map(
    (competency) => ({ competency, phrases: [] }),
  );
  return [...named, ...usual.slice(0, Math.max(0, FEWEST_NEEDS - named.length))].map((need) => ({
    ...need,
    stories: stories
      .flatMap(({ id, title, levels }) => {
        const level = levels[need.competency];
        return level === undefined ? [] : [{ id, title, level }];
      })
      .toSorted((a, b) => b.level - a.level)
      .slice(0, MOST_STORIES),
  }));
}
