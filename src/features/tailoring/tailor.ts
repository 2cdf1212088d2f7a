import type { Role } from "../../shared/content/role.ts";
import type { Skill } from "../../shared/content/skill.ts";
import { cvChecklist } from "./model/cv-checklist.ts";
import { gapsOf, type Standing } from "./model/gaps.ts";
import {
  type OwnStory,
  type PracticeItem,
  projectsToLead,
  questionsToExpect,
  storiesToLead,
} from "./model/lead-with.ts";
import { likelyRounds } from "./model/likely-rounds.ts";
import { type Lexicon, type PostingReading, skillsNamed } from "./model/read-posting.ts";
import type { CvCheck, Gap, Tailoring } from "./schema.ts";
import { type Usual, weighed } from "./weigh.ts";

/** What is known of the candidate, as other rooms tell it. */
export type Candidate = {
  skills: ReadonlyMap<string, Skill>;
  standings: () => Promise<ReadonlyMap<string, Standing>>;
  /** What practice serves; never an item of the holdout. */
  practice: () => readonly PracticeItem[];
  stories: () => Promise<readonly OwnStory[]>;
  projects: () => Promise<readonly { id: string; title: string; to: string; text: string }[]>;
  /** The newest CV that is kept anywhere. */
  cv: () => Promise<{ name: string; text: string } | undefined>;
};

type Deps = Candidate & Usual & { lexicon: () => Lexicon; text: string; asRole?: Role["id"] | undefined };

/** What follows from a posting for this candidate. */
export async function tailor(reading: PostingReading, deps: Deps): Promise<Tailoring> {
  const { weights, as } = weighed(reading, deps, deps.asRole);
  const asked = new Set(reading.skills.map(({ skill }) => skill));
  const named = (id: string) => ({ id, title: deps.skills.get(id)?.title ?? id });
  const isOne = reading.about.kind === "ai-ml";
  const strengths = new Map(reading.skills.map(({ skill, strength }) => [skill, strength]));
  return {
    about: reading.about,
    title: reading.title,
    role: {
      ...reading.role,
      title: deps.roles.find(({ id }) => id === reading.role.id)?.title ?? null,
      weighedAs: as?.id ?? null,
    },
    level: reading.level,
    skills: reading.skills
      .map(({ skill, strength, mentions }) => ({
        ...named(skill),
        weight: weights.get(skill) ?? 0,
        strength,
        phrases: mentions.map(({ start, end, text }) => ({ start, end, text })),
      }))
      .toSorted((a, b) => b.weight - a.weight),
    gaps: await gapsAgainst(weights, asked, { ...deps, named }),
    rounds: as
      ? likelyRounds({
          loop: as.loop.map(shortRound),
          roleTitle: as.title,
          level: reading.level.id,
          text: deps.text,
          strengths,
        })
      : [],
    questions: questionsToExpect(weights, asked, isOne ? deps.practice() : []).map(
      ({ weight: _, skills, ...question }) => ({ ...question, skills: skills.map(named) }),
    ),
    stories: isOne ? storiesToLead(reading.skills.map(withPhrases), await deps.stories()) : [],
    projects: isOne ? await projectsFor(weights, asked, { ...deps, named }) : [],
    cv: isOne ? await cvAgainst(reading, { ...deps, named }) : { name: null, checks: [] },
  };
}

type Naming = { named: (id: string) => { id: string; title: string } };

async function gapsAgainst(
  weights: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  { standings, named }: Deps & Naming,
): Promise<Gap[]> {
  return gapsOf(weights, await standings(), asked).flatMap(({ skill, weight, state, standing }) =>
    state === "ready"
      ? []
      : [
          {
            ...named(skill),
            weight,
            state,
            expected: standing?.expected ?? null,
            interval: standing ? [standing.interval[0], standing.interval[1]] : null,
            from: standing?.from ?? null,
          },
        ],
  );
}

async function projectsFor(
  weights: ReadonlyMap<string, number>,
  asked: ReadonlySet<string>,
  { projects, lexicon, named }: Deps & Naming,
) {
  const read = (await projects()).map(({ text, ...project }) => ({
    ...project,
    skills: new Set(skillsNamed(text, lexicon()).keys()),
  }));
  return projectsToLead(weights, asked, read).map(({ overlap: _, shared, ...project }) => ({
    ...project,
    shared: shared.map(named),
  }));
}

async function cvAgainst(
  reading: PostingReading,
  { cv, lexicon, named }: Deps & Naming,
): Promise<{ name: string | null; checks: CvCheck[] }> {
  const kept = await cv();
  const text = kept?.text ?? "";
  const checks = cvChecklist(reading.skills, { text, named: skillsNamed(text, lexicon()) });
  return { name: kept?.name ?? null, checks: checks.map(({ skill, ...check }) => ({ skill: named(skill), ...check })) };
}

function withPhrases({ skill, mentions }: PostingReading["skills"][number]) {
  return { skill, phrases: [...new Set(mentions.map(({ text }) => text))].slice(0, 3) };
}

function shortRound({ round, kind, minutes }: Role["loop"][number]) {
  return { round, kind, minutes };
}
