/** Pages of the life of a model: what each component models, leaves out and is asked about. Markdown. */
export const lifecyclePages = {
  train: `**What it models.** Every \`every\`, or when a monitor asks, a run of \`takes\` makes a version from what it reads.
The newest label in it is as old as labels are waited for; on average a model in service is that plus \`every\` / 2 +
\`takes\` old, and each day costs the case's drift. A short \`window\` costs 0.3 × 2^(−window / 7 days) of the signal;
a long one learns a new pattern more slowly: half of it after a sixtieth of the window (both proposed by us). A
ranking or scoring model that nobody trains counts as a year old; language models do not age. \`gpu\` and \`replicas\`
decide the price, not the time.

**What it leaves out.** The search for parameters, failed runs, warm starts, variance between seeds.

**When to use it.** As often as drift earns it: compare what a day costs with what a run costs.

**What goes wrong.** A daily model with labels of ninety days is a ninety-day-old model. Automatic training on
poisoned data spreads it faster.

**What an interviewer asks.** Why this interval? What do you do when the new version is worse?`,
  registry: `**What it models.** Where versions are kept. With \`gate\`, one that is worse by 2 % or more on the evaluation set
(proposed by us) is not released; a fault that the evaluation set shares, such as poisoned data, goes through.
\`rollback\` is the time until the version before serves again, once an alarm asks for it and if it does better;
without a registry there is none to go back to.

**What it leaves out.** Lineage, approvals, artefacts that differ from what was evaluated, dependencies of a model on
a version of its features.

**When to use it.** Always where something is trained. A version is the code, the data, the parameters, the metrics
and the features that it expects.

**What goes wrong.** The old model is there, but the features that it needs are not computed any more. Rolling a model
back while its thresholds stay gives a third system that nobody tested. The gate compares averages and misses a group
for whom it is worse.

**What an interviewer asks.** How long from an alarm to the old version, and who may do it at night? How do you
reproduce last month's model?`,
  canary: `**What it models.** A new version gets \`share\` of the traffic for \`bake\` before all follows; in mode \`shadow\` it
scores beside the old one and answers nobody. Up to forty looks at a z-test of two proportions compare the share of
scores in the old version's top tenth, seen at once, and successes among answers whose label has come; beyond 3.5
standard errors the version is stopped (both numbers proposed by us). Only its share was hurt until then. In ranking
and generation nobody reacts to a shadow's answers, so that it shows a shift in scores alone.

**What it leaves out.** Users who meet both versions, seasonality within the bake time, interference, what a shadow
costs.

**When to use it.** Before every release; shadow first where a wrong answer is costly.

**What goes wrong.** Too small a share for too short a time sees nothing: the standard error shrinks with the square
root of the count. With labels after sixty days a canary of an hour compares scores only.

**What an interviewer asks.** Which share and time find a fall of 5 %? Who is in the canary?`,
  monitor: `**What it models.** A look every \`every\` at what it watches. \`scores\`: the population stability index Σ (a − b)
ln(a / b) over bins, against the scores of a usual day, above \`psi\`; it sees a shift at once, and no drift that leaves
scores alone. \`labels\`: a fall of the labelled metric by \`drop\`, as late as labels are; in scenarios of days only.
\`latency\`: errors and times; in shorter ones only. An arrow to a registry or a canary rolls back, one to a training
job starts it, once a day at most; where only people are told, a rollback takes them half an hour (both proposed by
us). The limit of 0.2 lies between the two of a rule of thumb in credit scoring: 0.1 moderate, 0.25 large (second
hand).

**What it leaves out.** Slices, single features, who is on call.

**When to use it.** In every design; scores for speed, labels for truth.

**What goes wrong.** Daily seasons ring false alarms until nobody looks. Drift that leaves the inputs as they are
shows in labels only.

**What an interviewer asks.** How soon do you know? What happens then without a person?`,
};
