import { seededRandom, shuffled } from "../../../lib/random.ts";
import { failed, ok } from "../../../lib/result.ts";
import { textHash } from "../../../lib/text-hash.ts";
import type { HeardQuestion, HearingDeps } from "../../../shared/rounds/hear-answer.ts";
import { asProvider, type RoundProvider } from "../../../shared/rounds/provider.ts";
import type { TalkStyle, Topic } from "../../../shared/rounds/talk/talk.ts";
import { hearQuestion, talkProvider } from "../../../shared/rounds/talk/talk-provider.ts";
import { isComplete, PART_WORDS } from "../model/notes.ts";
import { PARTS, type Paper, type Part } from "../schema.ts";
import { questionOfPart } from "./note-question.ts";
import type { PapersRepo } from "./repo.ts";

type Deps = { repo: Pick<PapersRepo, "papers">; hearing: HearingDeps; graderVersion: () => string };

const KIND = "own-paper";
const STYLE: TalkStyle = { probes: 2, hints: false, deepens: false, scoredBy: "answers" };
/** So many statements of a part are listened for; notes with more have them in groups. */
const MOST_POINTS = 3;
const SKILLS = ["research.paper-talk", "research.paper-reading"];
const NOTHING_NOTED =
  "A talk on a paper of yours stands on your notes, and no paper on your reading list has all five parts of them yet. Write problem, method, result, limit and relation of one, at least a sentence each.";

/** What is asked about each part, and what is asked where statements of the notes were missing; nothing gives one away. */
const ASKED: Record<Part, { ask: string; probes: [string, string, string] }> = {
  problem: {
    ask: "Assume that I have not read it. Which problem does it attack, and who has that problem?",
    probes: [
      "What went wrong before this paper, in a case that I can picture?",
      "Why had nobody solved that before?",
      "Whom would it help if it were solved, and what would change for them?",
    ],
  },
  method: {
    ask: "Walk me through the method. By the end I would like to be able to draw it.",
    probes: [
      "Where does that start: what goes in first, and what is done with it?",
      "What is the step without which it would not work?",
      "What comes at the end of it, and how is it trained or set?",
    ],
  },
  result: {
    ask: "What did they find? Give me the comparison and how it was measured.",
    probes: [
      "Which figure would you put on a slide, and against which baseline?",
      "On what data was that, and by which measure?",
      "Was anything in the results a surprise, or worse than before?",
    ],
  },
  limit: {
    ask: "Where would you not trust it? What did they leave open?",
    probes: [
      "In which setting would you expect it to break first?",
      "Which experiment is missing that a reviewer would ask for?",
      "What does it cost that a user of it would feel?",
    ],
  },
  relation: {
    ask: "How does it stand to other work that you know?",
    probes: [
      "What does it take over from earlier work, and what is its own?",
      "Which work says something else, and who is right?",
      "What would you read next to it, and why that?",
    ],
  },
};

/** The talk on a paper of the candidate's own reading: asked part by part, held against their notes. */
export function paperRound({ repo, hearing, graderVersion }: Deps): RoundProvider {
  return asProvider(
    talkProvider({
      kind: KIND,
      hear: hearQuestion(hearing),
      open: async ({ seed, minutes, used, nudgeAfterMs, interrupts }) => {
        const noted = (await repo.papers()).filter(({ status, notes }) => status !== "dropped" && isComplete(notes));
        const drawn = shuffled(noted.toSorted(byId), seededRandom(seed));
        const paper = drawn.find(({ id }) => !used.has(id)) ?? drawn[0];
        if (!paper) return failed(NOTHING_NOTED);
        const topics = PARTS.map((part) => topicOf(paper, part, { minutes, graderVersion: graderVersion() }));
        const setup = { kind: KIND, topics, style: STYLE, minutes, nudgeAfterMs, interrupts };
        // the questions are the candidate's own notes: nothing of the holdout is used up
        return ok({ setup, items: [{ id: paper.id, part: "practice" as const }] });
      },
    }),
  );
}

function topicOf(
  paper: Paper,
  part: Part,
  { minutes, graderVersion }: { minutes: number; graderVersion: string },
): Topic {
  const { ask, probes } = ASKED[part];
  const question = questionOfPart(paper, part, { prompt: ask, most: MOST_POINTS });
  const source: HeardQuestion = { question, facts: [] };
  return {
    id: part,
    title: `${paper.title.slice(0, 80)}: ${PART_WORDS[part].name.toLowerCase()}`,
    item: {
      id: paper.id,
      version: textHash(JSON.stringify(paper.notes)),
      skills: [...new Set([...SKILLS, ...paper.skills])],
    },
    opening: part === PARTS[0] ? `From your reading list I have picked “${paper.title}”.` : null,
    ask,
    points: question.rubric.map(({ id, say, points }) => ({
      id,
      points,
      metWhen: `from your notes: ${say.join(" ")}`,
    })),
    probes: question.rubric.map(({ id }, at) => ({ about: id, ask: probes[at] ?? probes[0] })),
    hint: null,
    reference: paper.notes[part],
    minutes: minutes / PARTS.length,
    graderVersion,
    source,
  };
}

function byId(a: Paper, b: Paper): number {
  return a.id < b.id ? -1 : 1;
}
