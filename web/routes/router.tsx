import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { queryClient } from "../api/query-client.ts";
import { type Filters, parseFilters } from "../features/coding/problems/filters.ts";
import { problemQuery } from "../features/coding/queries.ts";
import { type AskedMeeting, parseMeeting } from "../features/companies/questions/asked-meeting.ts";
import {
  type Filters as ConceptFilters,
  parseFilters as parseConceptFilters,
} from "../features/explain/list/filters.ts";
import type { Audience } from "../features/explain/types.ts";
import { isAudience } from "../features/explain/wording.ts";
import { type JobFilters, type PayFilters, parseJobFilters, parsePayFilters } from "../features/jobs/filters.ts";
import { TodayPage } from "../features/plan/today/today-page.tsx";
import { parseToolFilters, type ToolFilters } from "../features/reading/tools/filters.ts";
import {
  parseFilters as parseQuestionFilters,
  type Filters as QuestionFilters,
} from "../features/recall/list/filters.ts";
import type { StoryLength } from "../features/stories/types.ts";
import { isStoryLength } from "../features/stories/wording.ts";
import { NotFound } from "./not-found.tsx";
import { PageFailure } from "./page-failure.tsx";
import { RootPage } from "./root-page.tsx";

const root = createRootRoute({ component: RootPage, notFoundComponent: NotFound });

/** How many minutes there are now; without any, as many as the plan sets aside. */
type TimeNow = { minutes?: number };

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  validateSearch: ({ minutes }: Record<string, unknown>): TimeNow =>
    typeof minutes === "number" && Number.isInteger(minutes) && minutes >= 1 && minutes <= 720 ? { minutes } : {},
  component: TodayPage,
});

const weeklyReview = createRoute({
  getParentRoute: () => root,
  path: "/plan/review",
  component: lazyRouteComponent(() => import("../features/plan/review/review-page.tsx"), "ReviewPage"),
});

const problems = createRoute({
  getParentRoute: () => root,
  path: "/code",
  validateSearch: (search: Record<string, unknown>): Filters => parseFilters(search),
  component: lazyRouteComponent(() => import("../features/coding/problems/problem-list-page.tsx"), "ProblemListPage"),
});

const workspace = createRoute({
  getParentRoute: () => root,
  path: "/code/$slug",
  // beside the code of the page, not after it; the page itself shows what comes of it
  loader: ({ params }) => void queryClient.prefetchQuery(problemQuery(params.slug)),
  // the editor, KaTeX and Markdown are no part of the first page
  component: lazyRouteComponent(() => import("../features/coding/workspace/workspace-page.tsx"), "WorkspacePage"),
});

const recall = createRoute({
  getParentRoute: () => root,
  path: "/recall",
  validateSearch: (search: Record<string, unknown>): QuestionFilters => parseQuestionFilters(search),
  component: lazyRouteComponent(() => import("../features/recall/list/recall-page.tsx"), "RecallPage"),
});

const question = createRoute({
  getParentRoute: () => root,
  path: "/recall/$slug",
  component: lazyRouteComponent(() => import("../features/recall/ask/ask-page.tsx"), "AskPage"),
});

const session = createRoute({
  getParentRoute: () => root,
  path: "/recall/session/$id",
  component: lazyRouteComponent(() => import("../features/recall/session/session-page.tsx"), "SessionPage"),
});

const designs = createRoute({
  getParentRoute: () => root,
  path: "/design",
  component: lazyRouteComponent(() => import("../features/design/list/design-page.tsx"), "DesignPage"),
});

/** An attempt that the address names; without one the open attempt is shown, or the way to begin. */
type WhichAttempt = { attempt?: string };

const attempt = createRoute({
  getParentRoute: () => root,
  path: "/design/$slug",
  validateSearch: ({ attempt: id }: Record<string, unknown>): WhichAttempt =>
    typeof id === "string" && id !== "" ? { attempt: id } : {},
  component: lazyRouteComponent(() => import("../features/design/attempt/attempt-page.tsx"), "AttemptPage"),
});

const stories = createRoute({
  getParentRoute: () => root,
  path: "/stories",
  component: lazyRouteComponent(() => import("../features/stories/list/stories-page.tsx"), "StoriesPage"),
});

/** Which telling is shown; without one there is the editor, for a length and perhaps a question. */
type WhichTelling = { telling?: string | undefined; length?: StoryLength; prompt?: string };

const story = createRoute({
  getParentRoute: () => root,
  path: "/stories/$id",
  validateSearch: ({ telling, length, prompt: asked }: Record<string, unknown>): WhichTelling => ({
    ...(typeof telling === "string" && telling !== "" ? { telling } : {}),
    ...(isStoryLength(length) ? { length } : {}),
    ...(typeof asked === "string" && asked !== "" ? { prompt: asked } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/stories/tell/story-page.tsx"), "StoryPage"),
});

const behavioralPrompt = createRoute({
  getParentRoute: () => root,
  path: "/stories/prompt/$slug",
  component: lazyRouteComponent(() => import("../features/stories/prompt/prompt-page.tsx"), "PromptPage"),
});

const explain = createRoute({
  getParentRoute: () => root,
  path: "/explain",
  validateSearch: (search: Record<string, unknown>): ConceptFilters => parseConceptFilters(search),
  component: lazyRouteComponent(() => import("../features/explain/list/explain-page.tsx"), "ExplainPage"),
});

/** Who listens, and which explanation is shown; without one there is the editor. */
type WhichExplanation = { audience?: Audience; attempt?: string };

const concept = createRoute({
  getParentRoute: () => root,
  path: "/explain/$slug",
  validateSearch: ({ audience, attempt: id }: Record<string, unknown>): WhichExplanation => ({
    ...(isAudience(audience) ? { audience } : {}),
    ...(typeof id === "string" && id !== "" ? { attempt: id } : {}),
  }),
  component: lazyRouteComponent(() => import("../features/explain/listener/concept-page.tsx"), "ConceptPage"),
});

const sideBySide = createRoute({
  getParentRoute: () => root,
  path: "/explain/$slug/side-by-side",
  validateSearch: ({ left, right }: Record<string, unknown>): { left: string; right: string } => ({
    left: typeof left === "string" ? left : "",
    right: typeof right === "string" ? right : "",
  }),
  component: lazyRouteComponent(() => import("../features/explain/compare/side-by-side-page.tsx"), "SideBySidePage"),
});

const impact = createRoute({
  getParentRoute: () => root,
  path: "/impact",
  component: lazyRouteComponent(() => import("../features/impact/impact-page.tsx"), "ImpactPage"),
});

const claims = createRoute({
  getParentRoute: () => root,
  path: "/claims",
  component: lazyRouteComponent(() => import("../features/claims/claims-page.tsx"), "ClaimsPage"),
});

const claimsDocument = createRoute({
  getParentRoute: () => root,
  path: "/claims/$id",
  component: lazyRouteComponent(() => import("../features/claims/document-page.tsx"), "DocumentPage"),
});

const portfolio = createRoute({
  getParentRoute: () => root,
  path: "/portfolio",
  component: lazyRouteComponent(() => import("../features/portfolio/list/portfolio-page.tsx"), "PortfolioPage"),
});

const project = createRoute({
  getParentRoute: () => root,
  path: "/portfolio/$id",
  component: lazyRouteComponent(() => import("../features/portfolio/project/project-page.tsx"), "ProjectPage"),
});

const interview = createRoute({
  getParentRoute: () => root,
  path: "/interview",
  component: lazyRouteComponent(() => import("../features/interview/home/interview-page.tsx"), "InterviewPage"),
});

const mock = createRoute({
  getParentRoute: () => root,
  path: "/interview/$id",
  component: lazyRouteComponent(() => import("../features/interview/mock-page.tsx"), "MockPage"),
});

const tools = createRoute({
  getParentRoute: () => root,
  path: "/reading/tools",
  validateSearch: (search: Record<string, unknown>): ToolFilters => parseToolFilters(search),
  component: lazyRouteComponent(() => import("../features/reading/tools/tools-page.tsx"), "ToolsPage"),
});

const tool = createRoute({
  getParentRoute: () => root,
  path: "/reading/tools/$id",
  component: lazyRouteComponent(() => import("../features/reading/tools/tool-page.tsx"), "ToolPage"),
});

const companies = createRoute({
  getParentRoute: () => root,
  path: "/jobs/companies",
  component: lazyRouteComponent(() => import("../features/companies/list/companies-page.tsx"), "CompaniesPage"),
});

const company = createRoute({
  getParentRoute: () => root,
  path: "/jobs/companies/$id",
  component: lazyRouteComponent(() => import("../features/companies/scorecard/company-page.tsx"), "CompanyPage"),
});

const offers = createRoute({
  getParentRoute: () => root,
  path: "/jobs/offers",
  component: lazyRouteComponent(() => import("../features/companies/offers/offers-page.tsx"), "OffersPage"),
});

const questionsToAsk = createRoute({
  getParentRoute: () => root,
  path: "/jobs/questions",
  validateSearch: (search: Record<string, unknown>): AskedMeeting => parseMeeting(search),
  component: lazyRouteComponent(() => import("../features/companies/questions/questions-page.tsx"), "QuestionsPage"),
});

const diagnosticStart = createRoute({
  getParentRoute: () => root,
  path: "/diagnostic",
  component: lazyRouteComponent(() => import("../features/plan/diagnostic/start-page.tsx"), "DiagnosticStartPage"),
});

const diagnostic = createRoute({
  getParentRoute: () => root,
  path: "/diagnostic/$id",
  component: lazyRouteComponent(() => import("../features/plan/diagnostic/sitting-page.tsx"), "DiagnosticPage"),
});

const map = createRoute({
  getParentRoute: () => root,
  path: "/map",
  validateSearch: ({ role }: Record<string, unknown>): { role?: string } =>
    typeof role === "string" && role !== "" ? { role } : {},
  component: lazyRouteComponent(() => import("../features/plan/map/map-page.tsx"), "MapPage"),
});

const reading = createRoute({
  getParentRoute: () => root,
  path: "/reading",
  component: lazyRouteComponent(() => import("../features/reading/room/reading-page.tsx"), "ReadingPage"),
});

const feeds = createRoute({
  getParentRoute: () => root,
  path: "/reading/feeds",
  component: lazyRouteComponent(() => import("../features/reading/feeds/feeds-page.tsx"), "FeedsPage"),
});

/** Whether the paper is told from memory, part by part or as a whole; without it there are the notes. */
type WhichRecall = { tell?: "parts" | "whole" };

const paper = createRoute({
  getParentRoute: () => root,
  path: "/reading/$id",
  validateSearch: ({ tell }: Record<string, unknown>): WhichRecall =>
    tell === "parts" || tell === "whole" ? { tell } : {},
  component: lazyRouteComponent(() => import("../features/reading/paper/paper-page.tsx"), "PaperPage"),
});

const jobs = createRoute({
  getParentRoute: () => root,
  path: "/jobs",
  validateSearch: (search: Record<string, unknown>): JobFilters => parseJobFilters(search),
  component: lazyRouteComponent(() => import("../features/jobs/list/jobs-page.tsx"), "JobsPage"),
});

const tailor = createRoute({
  getParentRoute: () => root,
  path: "/jobs/tailor",
  component: lazyRouteComponent(() => import("../features/tailoring/tailor-page.tsx"), "TailorPage"),
});

const posting = createRoute({
  getParentRoute: () => root,
  path: "/jobs/$id",
  component: lazyRouteComponent(() => import("../features/jobs/posting-page.tsx"), "PostingPage"),
});

const applications = createRoute({
  getParentRoute: () => root,
  path: "/jobs/board",
  component: lazyRouteComponent(() => import("../features/jobs/board/board-page.tsx"), "BoardPage"),
});

const application = createRoute({
  getParentRoute: () => root,
  path: "/jobs/board/$id",
  component: lazyRouteComponent(() => import("../features/jobs/board/application-page.tsx"), "ApplicationPage"),
});

const pay = createRoute({
  getParentRoute: () => root,
  path: "/jobs/pay",
  validateSearch: (search: Record<string, unknown>): PayFilters => parsePayFilters(search),
  component: lazyRouteComponent(() => import("../features/jobs/pay/pay-page.tsx"), "PayPage"),
});

const tailoredPosting = createRoute({
  getParentRoute: () => root,
  path: "/jobs/tailor/$id",
  component: lazyRouteComponent(() => import("../features/tailoring/posting-page.tsx"), "PostingPage"),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: "/settings",
  component: lazyRouteComponent(() => import("../features/settings/settings-page.tsx"), "SettingsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    weeklyReview,
    problems,
    workspace,
    recall,
    question,
    session,
    designs,
    attempt,
    stories,
    story,
    behavioralPrompt,
    explain,
    concept,
    sideBySide,
    impact,
    claims,
    claimsDocument,
    portfolio,
    project,
    interview,
    mock,
    tools,
    tool,
    companies,
    company,
    offers,
    questionsToAsk,
    diagnosticStart,
    diagnostic,
    map,
    reading,
    feeds,
    paper,
    jobs,
    posting,
    applications,
    application,
    pay,
    tailor,
    tailoredPosting,
    settings,
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: PageFailure,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
