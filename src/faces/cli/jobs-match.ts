import { existsSync, readFileSync, statSync } from "node:fs";
import type { Tailoring } from "../../features/tailoring/schema.ts";
import { MOST_POSTING_CHARACTERS } from "../../features/tailoring/schema.ts";
import type { Role } from "../../shared/content/role.ts";
import { type Command, UsageError } from "./command.ts";
import { describeTailoring } from "./describe-tailoring.ts";
import { oneOf } from "./one-of.ts";
import { visible } from "./visible.ts";
import { withApp } from "./with-app.ts";

const STANDARD_INPUT = "-";

export const command: Command = {
  options: { role: { type: "string" } },
  async run({ positionals, values }) {
    const [path] = positionals;
    if (path === undefined || positionals.length > 1)
      throw new UsageError("jobs match takes one file, or - for standard input. See: holdout jobs match --help");
    const text = textOf(path);
    return withApp(values, async (app) => {
      const read = await app.tailoring.match(text, roleOf(app.bank.roles, values.role));
      return told(read, values.json === true);
    });
  },
};

function told(read: Tailoring, json: boolean): 0 | 1 {
  // line by line: the words are a stranger's, and the breaks between lines are ours
  const lines = () => describeTailoring(read).split("\n").map(visible);
  console.log(json ? JSON.stringify(read) : lines().join("\n"));
  return read.about.kind === "ai-ml" ? 0 : 1;
}

function roleOf(roles: readonly Role[], asked: unknown): Role["id"] | undefined {
  if (typeof asked !== "string") return undefined;
  return oneOf(
    "role",
    asked,
    roles.map(({ id }) => id),
  );
}

function textOf(path: string): string {
  if (path !== STANDARD_INPUT && (!existsSync(path) || !statSync(path).isFile()))
    throw new UsageError(`There is no file ${path}.`);
  const text = readFileSync(path === STANDARD_INPUT ? 0 : path, "utf8").toWellFormed();
  if (text.length > MOST_POSTING_CHARACTERS)
    throw new UsageError("A posting has at most 100,000 characters: is it the description alone?");
  return text;
}
