import { type App, type AppOptions, openApp } from "../../app.ts";
import { isDiskFull } from "../../shared/store/disk-full.ts";
import type { ExitCode, Invocation } from "./command.ts";
import { configOrUsage } from "./configuration.ts";

/** Opens the app for one command and closes it again; what goes wrong with a disk or a database is said in a sentence. */
export async function withApp(
  values: Invocation["values"],
  work: (app: App) => Promise<ExitCode>,
  options: AppOptions = {},
): Promise<ExitCode> {
  const own = configOrUsage();
  const databaseUrl = values["database-url"];
  const config = typeof databaseUrl === "string" ? { ...own, databaseUrl } : own;
  const app = await openApp(config, options).catch((error: Error) => {
    console.error(
      `The store in ${config.databaseUrl ? "the database" : config.home} cannot be opened: ${error.message}`,
    );
  });
  if (!app) return 1;
  try {
    return await work(app);
  } catch (error) {
    if (isDiskFull(error)) console.error("The disk is full: nothing was changed.");
    else if (isSystemError(error)) console.error(error.message);
    else throw error;
    return 1;
  } finally {
    await app.close();
  }
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
