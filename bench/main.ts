// npm run bench -- NAME [--json] [--data DIR]: comparisons measured in one run, because machines are noisy.
import { readConfig } from "../src/config.ts";
import { benchGrader } from "./grader/measure.ts";
import { benchRubric } from "./grader/measure-rubric.ts";
import { benchDesignRound } from "./interview/design/measure.ts";
import { benchInterview } from "./interview/measure.ts";
import { benchJudge } from "./judge.ts";
import { benchDiagnostic } from "./plan/diagnostic.ts";
import { benchPlan } from "./plan/measure.ts";
import { benchPlanner } from "./plan/measure-planner.ts";
import { benchYear } from "./plan/year.ts";
import { benchSimulator } from "./simulator.ts";
import { benchStories } from "./stories/measure.ts";
import { benchTailoring } from "./tailoring/measure.ts";

const benches = {
  judge: benchJudge,
  grader: benchGrader,
  rubric: benchRubric,
  simulator: benchSimulator,
  plan: benchPlan,
  diagnostic: benchDiagnostic,
  planner: benchPlanner,
  year: benchYear,
  stories: benchStories,
  interview: benchInterview,
  tailoring: benchTailoring,
  "design-round": benchDesignRound,
};

const [name = "", ...flags] = process.argv.slice(2);
const config = readConfig();
if (!(name in benches) || !config.ok) {
  console.error(
    config.ok ? `There is no bench "${name}"; there is ${Object.keys(benches).join(", ")}.` : config.reason,
  );
  process.exit(2);
}
const data = flags.includes("--data") ? flags[flags.indexOf("--data") + 1] : undefined;
const figures: Record<string, number> = await benches[name as keyof typeof benches](config.value, data);
if (flags.includes("--json")) console.log(JSON.stringify(figures));
else for (const [key, value] of Object.entries(figures)) console.log(`${key.padEnd(52)}${value.toFixed(3)}`);
