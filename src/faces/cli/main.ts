import { parseArgs } from "node:util";
import { nearest } from "../../lib/text.ts";
import { type Command, type ExitCode, type Invocation, UsageError } from "./command.ts";
import { table } from "./table.ts";

/** Runs one command line (without `node` and the script) and returns its exit code. */
export async function main(argv: string[]): Promise<ExitCode> {
  try {
    if (argv.length === 0 || argv[0] === "--help" || argv[0] === "-h" || argv[0] === "help") {
      console.log(help());
      return argv.length === 0 ? 2 : 0;
    }
    const { words, rest } = splitCommand(argv);
    const entry = table[words];
    if (!entry) throw unknownCommand(argv);
    if (rest.includes("--help") || rest.includes("-h")) {
      console.log(`holdout ${entry.usage} [--json]\n  ${entry.does}`);
      return 0;
    }
    const { command } = await entry.load();
    return await command.run(parseInvocation(command, rest));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    if (argv.includes("--json")) console.log(JSON.stringify({ error: { code: "usage", message: error.message } }));
    else console.error(error.message);
    return 2;
  }
}

function splitCommand(argv: string[]): { words: string; rest: string[] } {
  const two = argv.slice(0, 2).join(" ");
  return two in table ? { words: two, rest: argv.slice(2) } : { words: argv[0] ?? "", rest: argv.slice(1) };
}

function unknownCommand(argv: string[]): UsageError {
  const group = Object.keys(table).filter((words) => words.startsWith(`${argv[0]} `));
  const typed = group.length > 0 ? argv.slice(0, 2).join(" ") : (argv[0] ?? "");
  const near = nearest(typed, Object.keys(table)) ?? group[0];
  return new UsageError(`Unknown command "${typed}".${near ? ` Did you mean "${near}"?` : ""} See: holdout --help`);
}

function parseInvocation(command: Command, args: string[]): Invocation {
  const options = { json: { type: "boolean" as const }, ...command.options };
  try {
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { positionals, values: values as Invocation["values"] };
  } catch (error) {
    const typed = /'(--?[^'\s=]+)/.exec(String(error))?.[1] ?? "";
    const near = nearest(
      typed,
      Object.keys(options).map((name) => `--${name}`),
    );
    const known = Object.keys(options)
      .map((name) => `--${name}`)
      .join(", ");
    throw new UsageError(
      `${(error as Error).message.split(". ")[0]}. ${near && near !== typed ? `Did you mean ${near}? ` : ""}Options here: ${known}`,
    );
  }
}

function help(): string {
  const rows = Object.values(table).map(({ usage, does }) => `  ${usage}\n      ${does}`);
  return `holdout COMMAND [--json]\n\n${rows.join("\n")}\n\nExit codes: 0 done or accepted, 1 not accepted, 2 wrong usage.`;
}
