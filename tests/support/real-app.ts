import { join } from "node:path";
import { type App, openApp } from "../../src/app.ts";
import { type Config, readConfig } from "../../src/config.ts";
import type { Clock } from "../../src/lib/clock.ts";
import { writeTinyBank } from "./tiny-bank.ts";
import { writeTinyCase } from "./tiny-case.ts";

/** The configuration of a real app whose bank is the tiny one and whose data lies in `folder`. */
export function tinyConfig(folder: string): Config {
  const config = readConfig({ ...process.env, HOLDOUT_HOME: join(folder, "home"), HOLDOUT_PORT: "0" });
  if (!config.ok) throw new Error(config.reason);
  return { ...config.value, contentDir: join(folder, "content") };
}

/** A real app (store, judge, bank) in a temporary folder; close it before the folder goes. */
export async function openTinyApp(folder: string, clock: Clock = () => new Date()): Promise<App> {
  const config = tinyConfig(folder);
  writeTinyBank(config.contentDir);
  writeTinyCase(config.contentDir);
  return openApp(config, { clock });
}
