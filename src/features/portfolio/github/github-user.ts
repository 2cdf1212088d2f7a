import { z } from "zod";
import { failed, ok, type Result } from "../../../lib/result.ts";
import type { GitHubUser } from "../schema.ts";
import { askGitHub, type GitHubOptions } from "./ask-github.ts";

const Repositories = z.array(
  z.object({
    name: z.string(),
    html_url: z.string(),
    description: z.string().nullable(),
    language: z.string().nullable(),
    stargazers_count: z.number(),
    fork: z.boolean(),
    private: z.boolean().optional(),
    archived: z.boolean().optional(),
    pushed_at: z.string().nullable(),
  }),
);
const Found = z.object({ total_count: z.int() });

const PAGE = 100;
const MOST_PAGES = 3;
const MOST = PAGE * MOST_PAGES;

/** The public repositories of a user that are no forks, and what they did for others'. The reason is for people. */
export async function githubUser(given: string, options: GitHubOptions): Promise<Result<GitHubUser, string>> {
  const user = /^(?:https:\/\/github\.com\/|@)?([\w-]+)\/?$/i.exec(given.trim())?.[1] ?? given.trim();
  if (!/^[a-z\d](?:[a-z\d-]{0,38})$/i.test(user)) return failed(`"${user.slice(0, 60)}" is no name that GitHub gives.`);
  const repositories = await repositoriesOf(user, options);
  if (!repositories.ok) return repositories;
  const collaboration = await collaborationOf(user, options);
  return ok({
    user,
    repositories: repositories.value.shown,
    collaboration: collaboration.ok ? collaboration.value : null,
    limits: [
      ...(repositories.value.read < MOST ? [] : [`Only the ${MOST} repositories that were pushed to last were read.`]),
      ...(collaboration.ok ? [] : [`What you did for others was not counted. ${collaboration.reason}`]),
    ],
  });
}

async function repositoriesOf(
  user: string,
  options: GitHubOptions,
): Promise<Result<{ shown: GitHubUser["repositories"]; read: number }, string>> {
  const all: z.infer<typeof Repositories> = [];
  for (let page = 1; page <= MOST_PAGES; page++) {
    const path = `/users/${user}/repos?type=owner&sort=pushed&per_page=${PAGE}&page=${page}`;
    const read = await askGitHub(path, Repositories, options);
    if (!read.ok) return read;
    all.push(...read.value);
    if (read.value.length < PAGE) break;
  }
  const shown = all
    .filter((each) => !each.fork && each.private !== true)
    .map((each) => ({
      name: each.name,
      url: each.html_url,
      description: each.description ?? "",
      language: each.language,
      stars: each.stargazers_count,
      pushedAt: each.pushed_at,
    }));
  return ok({ shown, read: all.length });
}

/** In repositories of others: the work in one's own is in their history. */
async function collaborationOf(
  user: string,
  options: GitHubOptions,
): Promise<Result<NonNullable<GitHubUser["collaboration"]>, string>> {
  const count = (query: string) =>
    askGitHub(`/search/issues?per_page=1&q=${encodeURIComponent(`${query} -user:${user}`)}`, Found, options);
  const pullRequests = await count(`type:pr is:merged author:${user}`);
  if (!pullRequests.ok) return pullRequests;
  const reviews = await count(`type:pr reviewed-by:${user} -author:${user}`);
  if (!reviews.ok) return reviews;
  const issues = await count(`type:issue author:${user}`);
  if (!issues.ok) return issues;
  return ok({
    pullRequests: pullRequests.value.total_count,
    reviews: reviews.value.total_count,
    issues: issues.value.total_count,
  });
}
