import type { z } from "zod";
import { failed, ok, type Result } from "../../../lib/result.ts";

export type GitHubOptions = {
  token?: string | undefined;
  /** Another address of the API: a company's own GitHub, or a server of a test. */
  baseUrl?: string | undefined;
  signal?: AbortSignal | undefined;
};

const PUBLIC_API = "https://api.github.com";
const TIMEOUT_MS = 10_000;

/** Asks GitHub's public API. The reason of a failure is for people. */
export async function askGitHub<T>(
  path: string,
  schema: z.ZodType<T>,
  { token, baseUrl = PUBLIC_API, signal }: GitHubOptions,
): Promise<Result<T, string>> {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await fetch(baseUrl + path, {
      headers: {
        accept: "application/vnd.github+json",
        "user-agent": "holdout",
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      redirect: "error",
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    if (!response.ok) return failed(refusalOf(response, token === undefined ? "without a token" : "with your token"));
    const parsed = schema.safeParse(await response.json());
    return parsed.success ? ok(parsed.data) : failed("GitHub answered in a form that is not known here.");
  } catch {
    return failed("GitHub does not answer. Is there a network?");
  }
}

function refusalOf({ status, headers }: Response, asked: string): string {
  const isLimit = status === 429 || (status === 403 && headers.get("x-ratelimit-remaining") === "0");
  if (isLimit || (status === 403 && headers.has("retry-after")))
    return `GitHub's limit for requests ${asked} is used up${untilOf(headers)}. A token in HOLDOUT_GITHUB_TOKEN, which needs no right, raises it.`;
  if (status === 401) return "GitHub does not take the token in HOLDOUT_GITHUB_TOKEN. Make a new one, or leave it out.";
  if (status === 404) return "GitHub knows nobody by that name.";
  return `GitHub answered ${status}. Try again later.`;
}

function untilOf(headers: Headers): string {
  const resetSeconds = Number(headers.get("x-ratelimit-reset"));
  if (resetSeconds > 0 && resetSeconds < 8e9)
    return ` until ${new Date(1_000 * resetSeconds).toISOString().slice(11, 16)} UTC`;
  const waitSeconds = Number(headers.get("retry-after"));
  return waitSeconds > 0 ? ` for ${Math.ceil(waitSeconds / 60)} min` : "";
}
