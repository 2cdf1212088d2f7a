import { availableParallelism } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { planItems, practiceItems } from "./bank-items.ts";
import type { Config } from "./config.ts";
import { ClaimsRepo, ClaimsRoom } from "./features/claims/index.ts";
import {
  assistedRounds,
  CodeReader,
  CodingRepo,
  CodingRoom,
  codingRounds,
  graderVersion,
  JudgePool,
} from "./features/coding/index.ts";
import { CompaniesRepo, CompaniesRoom } from "./features/companies/index.ts";
import { DesignRepo, DesignRoom, loadCases, systemDesignRound } from "./features/design/index.ts";
import { ExplainRepo, ExplainRoom } from "./features/explain/index.ts";
import { ImpactRepo, ImpactRoom } from "./features/impact/index.ts";
import { InterviewRepo, InterviewRoom, Recordings, scriptedRounds } from "./features/interview/index.ts";
import { JobsRepo, JobsRoom, loadSample, reachingOf } from "./features/jobs/index.ts";
import {
  DiagnosticRepo,
  DiagnosticRoom,
  PlanningRoom,
  PlanRepo,
  PlanRoom,
  SkillModel,
  weightsOfRole,
} from "./features/plan/index.ts";
import { deepDiveRound, PortfolioRepo, PortfolioRoom, scanDepsOf, scanOriginOf } from "./features/portfolio/index.ts";
import { FeedsRepo, PapersRepo, paperRound, ReadingRoom, ToolDirectory } from "./features/reading/index.ts";
import { breadthRound, diagnosticQuestions, RecallRepo, RecallRoom } from "./features/recall/index.ts";
import { SettingsRoom } from "./features/settings/index.ts";
import { behavioralRound, StoriesRepo, StoriesRoom } from "./features/stories/index.ts";
import { fetchPosting, lexiconOf, TailoringRepo, TailoringRoom } from "./features/tailoring/index.ts";
import { type Clock, systemClock } from "./lib/clock.ts";
import { once } from "./lib/once.ts";
import type { ClaimSource } from "./shared/claims/claim.ts";
import { loadAssisted } from "./shared/content/assisted-bank.ts";
import { type Bank, loadBank } from "./shared/content/bank.ts";
import { loadPrompts } from "./shared/content/behavioral-bank.ts";
import type { BehavioralPrompt } from "./shared/content/behavioral-prompt.ts";
import { loadCompetencies } from "./shared/content/competencies.ts";
import type { ContentFault } from "./shared/content/content-fault.ts";
import { loadDrills } from "./shared/content/explain-bank.ts";
import { loadQuestions } from "./shared/content/question-bank.ts";
import { loadQuestionsToAsk } from "./shared/content/questions-to-ask.ts";
import { loadScripts } from "./shared/content/round-bank.ts";
import { loadPhraseLists } from "./shared/content/tailoring-lexicon.ts";
import { loadThinkAloud } from "./shared/content/think-aloud.ts";
import { loadTools } from "./shared/content/tool-bank.ts";
import { ThreadedGrader } from "./shared/grader/threaded-grader.ts";
import { LanguageModelStore } from "./shared/models/language/settings.ts";
import { Transcribers } from "./shared/models/transcriber/choose-transcriber.ts";
import { TranscriberStore } from "./shared/models/transcriber/settings.ts";
import { hearingOf } from "./shared/rounds/hearing.ts";
import type { RoundProvider } from "./shared/rounds/provider.ts";
import { openStore, type Store } from "./shared/store/store.ts";

/** Everything that runs, made once and handed down. */
export type App = {
  config: Config;
  clock: Clock;
  bank: Bank;
  store: Store;
  judge: JudgePool;
  coding: CodingRoom;
  grader: ThreadedGrader;
  recall: RecallRoom;
  design: DesignRoom;
  stories: StoriesRoom;
  explain: ExplainRoom;
  impact: ImpactRoom;
  claims: ClaimsRoom;
  portfolio: PortfolioRoom;
  interview: InterviewRoom;
  plan: PlanRoom;
  tools: ToolDirectory;
  companies: CompaniesRoom;
  diagnostic: DiagnosticRoom;
  planning: PlanningRoom;
  reading: ReadingRoom;
  jobs: JobsRoom;
  tailoring: TailoringRoom;
  /** The kinds of interview round, as their features offer them. */
  rounds: readonly RoundProvider[];
  /** Faults of the questions; asking reads them. */
  questionFaults: () => ContentFault[];
  /** Faults of the design cases; asking reads them. */
  caseFaults: () => ContentFault[];
  /** Faults of the explain drills; asking reads them. */
  drillFaults: () => ContentFault[];
  /** Faults of the scripts of interview rounds; asking reads them. */
  scriptFaults: () => ContentFault[];
  language: LanguageModelStore;
  settings: SettingsRoom;
  /** Stops the judge, waits for what is being stored, closes the store. */
  close: () => Promise<void>;
};

export type AppOptions = {
  clock?: Clock;
  reportBug?: (error: unknown) => void;
  /** With "nothing" the store is in memory and goes with the app. */
  keeps?: "everything" | "nothing";
};

const DATABASE_FILE = "holdout.db";

/** Makes the app of a configuration. The judge starts at its first request, or when `judge.start` is called. */
export async function openApp(
  config: Config,
  { clock = systemClock, reportBug = console.error, keeps = "everything" }: AppOptions = {},
): Promise<App> {
  const bank = loadBank(config.contentDir);
  const { databaseUrl } = config;
  const kept = databaseUrl ? { databaseUrl } : { path: join(config.home, DATABASE_FILE) };
  const store = await openStore(keeps === "nothing" ? ":memory:" : kept);
  const judge = openJudge(config, availableParallelism());
  const reader = new CodeReader();
  const judgeVersion = graderVersion(config.judgeDir);
  const coding = new CodingRoom({
    repo: new CodingRepo(store),
    bank,
    judge,
    reader,
    clock,
    reportBug,
    graderVersion: judgeVersion,
  });
  const grader = new ThreadedGrader(config.encoderDir);
  // A third of a second for the YAML of questions, a quarter for that of cases: read once needed, not before the server answers.
  const questionBank = once(() => loadQuestions(config.contentDir, bank));
  const { skills, roles } = bank;
  const language = new LanguageModelStore(config.home);
  const transcribers = new Transcribers(new TranscriberStore(config.home), config.whisper);
  const recall = new RecallRoom({
    questions: () => questionBank().questions,
    skills,
    roles,
    repo: new RecallRepo(store),
    grader,
    language,
    clock,
  });
  const caseBank = once(() => loadCases(config.contentDir, bank));
  const design = new DesignRoom({
    cases: () => caseBank().cases,
    skills,
    roles,
    repo: new DesignRepo(store),
    grader,
    clock,
  });
  const promptBank = once(() => loadPrompts(config.contentDir, bank));
  const competencyBank = once(() => loadCompetencies(config.contentDir, skills));
  const stories = new StoriesRoom({
    repo: new StoriesRepo(store),
    grader,
    prompts: () => promptBank().prompts,
    competencies: competencyBank,
    roles,
    clock,
  });
  const drillBank = once(() => loadDrills(config.contentDir, bank));
  const explain = new ExplainRoom({
    drills: () => drillBank().drills,
    skills,
    roles,
    repo: new ExplainRepo(store),
    grader,
    language,
    clock,
  });
  const impact = new ImpactRoom({ repo: new ImpactRepo(store), clock });
  const portfolioRepo = new PortfolioRepo(store);
  const portfolio = new PortfolioRoom({
    repo: portfolioRepo,
    scan: scanOriginOf(scanDepsOf(config, { language, clock })),
    github: config.github,
    clock,
  });
  const papersRepo = new PapersRepo(store);
  const reading = new ReadingRoom({
    papers: papersRepo,
    feeds: new FeedsRepo(store),
    skills,
    grader,
    language,
    net: { loopback: "refused", agent: `Holdout/${config.version} (feed reader)` },
    clock,
    wait,
  });
  const scriptBank = once(() => loadScripts(config.contentDir, bank));
  const hearing = hearingOf({ grader, language, clock });
  const thinkAloud = once(() => loadThinkAloud(config.contentDir));
  const assistedBank = once(() => loadAssisted(config.contentDir, bank));
  const coded = { bank, judge, reader, criteria: () => thinkAloud().criteria, hearing, graderVersion: judgeVersion };
  const rubricVersion = () => grader.version;
  const scripted = { scripts: () => scriptBank().scripts, hearing, graderVersion: rubricVersion };
  const rounds: RoundProvider[] = [
    breadthRound({ questions: () => questionBank().questions, skills, roles, hearing, graderVersion: rubricVersion }),
    ...scriptedRounds(scripted),
    deepDiveRound({ repo: portfolioRepo, ...scripted }),
    paperRound({ repo: papersRepo, hearing, graderVersion: rubricVersion }),
    ...codingRounds(coded),
    assistedRounds({ ...coded, scripts: () => assistedBank().scripts }),
    behavioralRound({
      grader,
      prompts: () => promptBank().prompts,
      competencies: competencyBank,
      graderVersion: rubricVersion,
    }),
    systemDesignRound({ cases: () => caseBank().cases, grader, hearing, graderVersion: rubricVersion }),
  ];
  const interviewRepo = new InterviewRepo(store);
  const diagnosticRepo = new DiagnosticRepo(store);
  const interview = new InterviewRoom({
    repo: interviewRepo,
    providers: rounds,
    roles,
    skills,
    servedElsewhere: () => diagnosticRepo.servedItems(),
    language,
    speech: { transcribers, recordings: new Recordings(join(config.home, "recordings")) },
    clock,
    reportBug,
  });
  const claims = new ClaimsRoom({
    repo: new ClaimsRepo(store),
    grader,
    clock,
    sources: async () =>
      (
        await Promise.all(
          [stories, impact, portfolio, interview].map((room): Promise<ClaimSource[]> => room.claimTexts()),
        )
      ).flat(),
  });
  const askingBank = once(() => loadQuestionsToAsk(config.contentDir));
  const companies = new CompaniesRoom({
    repo: new CompaniesRepo(store),
    questions: () => askingBank().questions,
    clock,
  });
  const shownBy = ({ competency }: BehavioralPrompt) =>
    competencyBank().competencies.flatMap(({ id, skill }) => (id === competency ? [skill] : []));
  const banks = () => ({
    problems: bank.problems,
    questions: questionBank().questions,
    prompts: promptBank().prompts.map((each) => ({ ...each, skills: shownBy(each.prompt) })),
    drills: drillBank().drills,
    cases: caseBank().cases,
  });
  const items = once(() => planItems({ ...banks(), scripts: scriptBank().scripts, assisted: assistedBank().scripts }));
  const practice = once(() => practiceItems(banks()));
  const planRepo = new PlanRepo(store);
  const difficulties = once(() => new Map(items().map(({ id, difficulty }) => [id, difficulty])));
  const difficultyOf = (itemId: string) => difficulties().get(itemId);
  const model = new SkillModel({ repo: planRepo, skills: [...skills.values()], difficultyOf });
  const diagnostic = new DiagnosticRoom({
    repo: diagnosticRepo,
    skills,
    roles,
    questions: diagnosticQuestions({ questions: () => questionBank().questions, grader, language, clock }),
    model,
    servedInMocks: () => interviewRepo.servedItems(),
    clock,
  });
  const planning = new PlanningRoom({
    repo: planRepo,
    model,
    skills,
    roles,
    practice,
    reviews: () => recall.dueDates(),
    mocks: async () => (await interviewRepo.sessions()).flatMap(({ finishedAt }) => finishedAt ?? []),
    posting: () => tailoring.target(),
    waiting: async () => ({
      papers: await reading.dueCount(),
      applications: (await jobs.applications.reminders()).length,
    }),
    clock,
  });
  const plan = new PlanRoom({
    model,
    skills,
    roles,
    items,
    served: async () => new Set([...(await interviewRepo.servedItems()), ...(await diagnosticRepo.servedItems())]),
    cards: () => recall.cards(),
    target: () => planRepo.target(),
    clock,
  });
  // two thirds of a second of YAML, read when it is asked for
  const toolBank = once(() => loadTools(config.contentDir, bank));
  const tailoring = new TailoringRoom({
    repo: new TailoringRepo(store),
    lexicon: once(() => {
      const { lists } = loadPhraseLists(config.contentDir, skills);
      return lexiconOf(lists, toolBank().tools);
    }),
    skills,
    roles,
    usualWeights: (role) => weightsOfRole(role, [...skills.values()]),
    standings: () => plan.standings(),
    practice,
    stories: async () => (await stories.bank()).stories,
    projects: async () => (await portfolio.claimTexts()).map((text) => ({ ...text, id: text.group })),
    cv: () => newestCv(claims, portfolio),
    fetchPosting: (url) => fetchPosting(url, { loopback: "refused" }),
    clock,
  });
  const jobs = new JobsRoom({
    repo: new JobsRepo(store),
    reaching: reachingOf({ version: config.version, bases: config.jobBoards }),
    sample: once(() => loadSample(config.contentDir)),
    matching: {
      readPosting: (text) => {
        const { weights, phrases, ...read } = tailoring.read(text);
        return { ...read, weights: Object.fromEntries(weights), phrases: Object.fromEntries(phrases) };
      },
      standings: async () => ({ skills: await plan.standings(), over: await plan.expectations() }),
      titleOf: (skill) => skills.get(skill)?.title ?? skill,
    },
    clock,
  });
  return {
    config,
    clock,
    bank,
    store,
    judge,
    coding,
    grader,
    recall,
    design,
    stories,
    explain,
    impact,
    claims,
    portfolio,
    interview,
    plan,
    tools: new ToolDirectory({ tools: () => toolBank().tools, skills }),
    companies,
    diagnostic,
    planning,
    reading,
    jobs,
    tailoring,
    rounds,
    questionFaults: () => questionBank().faults,
    caseFaults: () => caseBank().faults,
    drillFaults: () => drillBank().faults,
    scriptFaults: () => [...scriptBank().faults, ...assistedBank().faults],
    language,
    settings: new SettingsRoom({ language, transcribers, clock }),
    async close() {
      judge.close();
      await coding.settled();
      reader.close();
      await grader.close();
      await transcribers.close();
      await store.close();
    },
  };
}

const START_TIMEOUT_MS = 90_000;

/** The judge alone, for commands that keep nothing. */
export function openJudge({ python, judgeDir, judgeEnv }: Config, size: number): JudgePool {
  const script = join(judgeDir, "supervisor.py");
  return new JudgePool({ python, script, env: judgeEnv, size, startTimeoutMs: START_TIMEOUT_MS });
}

/** The CV that was read for claims last, else the one of the portfolio. */
async function newestCv(claims: ClaimsRoom, portfolio: PortfolioRoom) {
  const kept = await claims.newestOf("cv");
  if (kept) return kept;
  const { text, updatedAt } = await portfolio.resume();
  return updatedAt === null ? undefined : { name: "JSON Resume", text };
}
