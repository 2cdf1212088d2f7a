// npm test: every check and every suite, then one closing line summed over all.
import { runCommand } from "./command.ts";
import { describeOutcome, staticChecks } from "./static-checks.ts";
import { type Counts, type Suite, suites } from "./suites.ts";

const total: Counts = { passed: 0, failed: 0, skipped: 0 };

function add({ passed, failed, skipped }: Counts): void {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

async function runSuite(suite: Suite): Promise<void> {
  console.log(`\n— ${suite.name}`);
  const { ok, output, seconds } = await runCommand(suite.command, suite.args, (line) => {
    if (suite.shows.test(line)) console.log(`  ${line}`);
  });
  const counts = suite.count(output);
  // A suite that died before counting, or ran nothing, is a failure of its own.
  const broken = counts.failed === 0 && (!ok || counts.passed === 0);
  add(broken ? { ...counts, failed: 1 } : counts);
  if (!ok || broken) console.log(output.trim());
  console.log(
    `  ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds.toFixed(0)} s`,
  );
}

console.log("— checks");
for (const outcome of await staticChecks((result) => console.log(describeOutcome(result)))) {
  add({ passed: outcome.ok ? 1 : 0, failed: outcome.ok ? 0 : 1, skipped: 0 });
}
for (const suite of suites) await runSuite(suite);

console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);
