import type { ParseArgsOptionsConfig } from "node:util";

/** What a command was called with, already checked against its own options. */
export type Invocation = {
  positionals: string[];
  values: Record<string, string | boolean | undefined>;
};

/** 0: done or accepted; 1: a negative result; 2: wrong usage. */
export type ExitCode = 0 | 1 | 2;

export type Command = {
  options: ParseArgsOptionsConfig;
  run: (invocation: Invocation) => Promise<ExitCode>;
};

/** Wrong usage, in words for whoever typed it: ends in exit code 2. */
export class UsageError extends Error {}
