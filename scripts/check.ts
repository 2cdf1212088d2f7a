// npm run check: format, lint, types, boundaries, dead code, Python, sizes. Reads only; runs nothing of ours.
import { describeOutcome, staticChecks } from "./static-checks.ts";

const outcomes = await staticChecks((outcome) => console.log(describeOutcome(outcome)));
process.exit(outcomes.every((outcome) => outcome.ok) ? 0 : 1);
