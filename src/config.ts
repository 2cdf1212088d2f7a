import { homedir } from "node:os";
import { join, resolve } from "node:path";
import packageJson from "../package.json" with { type: "json" };
import { failed, ok, type Result } from "./lib/result.ts";

export type Config = {
  version: string;
  /** Where this copy of Holdout stands. */
  root: string;
  /** The bank; HOLDOUT_CONTENT names another one. */
  contentDir: string;
  judgeDir: string;
  webDir: string;
  /** Weights and tokenizer of the grader's encoder, where set-up puts them. */
  encoderDir: string;
  /** Where the person's own data is kept. */
  home: string;
  port: number;
  databaseUrl: string | undefined;
  python: string;
  /** The environment of the judge, and nothing else of ours. */
  judgeEnv: Record<string, string>;
  /** Git, and what of the environment it is found and goes out with. */
  git: { program: string; env: Record<string, string> };
  /** A Whisper on this machine, where there is one, and what of the environment it needs to start. */
  whisper: { program: string | undefined; model: string | undefined; env: Record<string, string> };
  /** A token raises GitHub's limit; a company's own GitHub has another address. */
  github: { token: string | undefined; baseUrl: string | undefined };
  /** Other addresses of the public job-board interfaces: a mirror, or a test. */
  jobBoards: { greenhouse?: string; lever?: string; "lever-eu"?: string; ashby?: string };
  color: boolean;
};

const DEFAULT_PORT = 4600;
const HANDED_TO_JUDGE = ["PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "TEMP", "SYSTEMROOT", "HOLDOUT_SANDBOX"];

const HANDED_TO_GIT = [
  "PATH",
  "SYSTEMROOT",
  "https_proxy",
  "HTTPS_PROXY",
  "http_proxy",
  "no_proxy",
  "NO_PROXY",
  "SSL_CERT_FILE",
  "GIT_SSL_CAINFO",
];

const HANDED_TO_WHISPER = ["PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP"];

/** The only reader of the environment. The reason of a failure is a sentence. */
export function readConfig(env: Record<string, string | undefined> = process.env): Result<Config, string> {
  const root = resolve(import.meta.dirname, "..");
  const port = Number(env.HOLDOUT_PORT || DEFAULT_PORT);
  if (!isPort(port)) return failed(`HOLDOUT_PORT is "${env.HOLDOUT_PORT}"; a port is a whole number from 0 to 65535.`);
  return ok({
    version: packageJson.version,
    root,
    contentDir: resolve(env.HOLDOUT_CONTENT || join(root, "content")),
    judgeDir: join(root, "judge"),
    webDir: join(root, "web", "dist"),
    encoderDir: join(root, ".holdout", "encoder"),
    home: resolve(env.HOLDOUT_HOME || join(homedir(), ".holdout")),
    port,
    databaseUrl: env.HOLDOUT_DATABASE_URL || undefined,
    python: env.HOLDOUT_PYTHON || venvPython(root),
    judgeEnv: handedOn(env, HANDED_TO_JUDGE),
    github: { token: env.HOLDOUT_GITHUB_TOKEN || undefined, baseUrl: env.HOLDOUT_GITHUB_API || undefined },
    git: { program: "git", env: handedOn(env, HANDED_TO_GIT) },
    whisper: {
      program: env.HOLDOUT_WHISPER || undefined,
      model: env.HOLDOUT_WHISPER_MODEL || undefined,
      env: handedOn(env, HANDED_TO_WHISPER),
    },
    jobBoards: {
      ...(env.HOLDOUT_GREENHOUSE_API ? { greenhouse: env.HOLDOUT_GREENHOUSE_API } : {}),
      ...(env.HOLDOUT_LEVER_API ? { lever: env.HOLDOUT_LEVER_API } : {}),
      ...(env.HOLDOUT_LEVER_EU_API ? { "lever-eu": env.HOLDOUT_LEVER_EU_API } : {}),
      ...(env.HOLDOUT_ASHBY_API ? { ashby: env.HOLDOUT_ASHBY_API } : {}),
    },
    color: !env.NO_COLOR && (Boolean(env.FORCE_COLOR) || process.stdout.isTTY === true),
  });
}

function handedOn(env: Record<string, string | undefined>, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

export function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

function venvPython(root: string): string {
  const venv = join(root, ".holdout", "venv");
  return process.platform === "win32" ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
}
