import { type Config, readConfig } from "../../config.ts";
import { UsageError } from "./command.ts";

/** The configuration, or wrong usage where the environment does not fit. */
export function configOrUsage(): Config {
  const config = readConfig();
  if (!config.ok) throw new UsageError(config.reason);
  return config.value;
}
