/** Pages of the data tier: what each component models, leaves out and is asked about. Markdown. */
export const dataPages = {
  queue: `**What it models.** Whoever publishes waits for an acknowledgement, a draw of \`time\`. Every consumer gets every
message, at most eight at once for each of the \`partitions\`; one that fails comes again after a second (both
proposed by us). The rest wait, up to \`capacity\`, and then new ones are refused; a stream takes each at once.
Without \`durable\` a lost node loses what it held, and nothing becomes faster. With \`severity\` all but the least
grave go first. The default has a p99 of 4.5 ms; a benchmark of Kafka saw 5 ms at 200 MB/s (second hand).

**What it leaves out.** Order within a partition, rebalancing, retention, dead letters, its own outage.

**When to use it.** Where the asker need not wait for the work, and to break a circle of calls.

**What goes wrong.** A queue hides overload as delay: at 1.1 times its consumers' capacity the lag grows for ever, and
a backlog takes backlog / spare capacity to clear. A poisonous message is retried at the head of its partition. A
consumer that is not idempotent acts twice.

**What an interviewer asks.** How old may a message be? What do you drop first?`,
  stream: `**What it models.** \`workers\` × \`rate\` events a second are read in the order in which they come. The lag is one
second (proposed by us) plus backlog / rate, plus what the source itself is late; features that it writes have that
age, and velocity rules count only while it is below a minute. \`checks\` put bad events aside. The \`window\` says
what is counted; it changes no figure here. A worker costs two cores (proposed by us).

**What it leaves out.** Event time and watermarks, state and its checkpoints, skewed keys, replay after a failure.

**When to use it.** For what changes within minutes: counts per card, clicks of this session, a budget that is being
spent.

**What goes wrong.** Sized for the mean, it falls behind every evening, and fresh features become old exactly at the
peak. One hot key fills one worker. After a restart it reads old events as if they were now.

**What an interviewer asks.** What happens to late events? Exactly once, or at least once and idempotent? How does
training see the same counts?`,
  warehouse: `**What it models.** The place where events, features and labels lie for training. Nothing waits for it. With
\`pointintime\` a training row has features as they were at its time; without it the model learns from the future and
keeps 90 % of its signal online (proposed by us). \`retention\` decides what storage costs, by the number of events
that reach it, a kilobyte each (proposed by us), and nothing else.

**What it leaves out.** Queries and their price, partitions, late partitions, schema changes, access rights, deletion
on request.

**When to use it.** In every design that learns: log what was shown, with which features and which model, not only
what was clicked.

**What goes wrong.** Joins by "latest value" leak the label into the features: excellent offline, poor online. Logs
hold what was served, never what was not: the next model inherits the choice of the last.

**What an interviewer asks.** How do you rebuild the exact features of a decision from March? What must be deleted
when a user leaves, and what becomes of models that learned from it?`,
  labels: `**What it models.** When the truth is known. Nine labels in ten have come after the case's delay: the share known at
time t is 1 − 0.1^(t / delay). \`delay\` is how long you wait, the case's own where it is left out; a shorter wait
gives younger but incomplete labels, and a model keeps √(known by then / known after the case's delay). What was
blocked never gets a label; the case says how much that bias costs, and a random holdout (\`explore\`) of 0.5 % mends
half of it. In days that share of the blocked passes. Shapes proposed by us.

**What it leaves out.** Wrong labels, disagreement between people, different delays for different classes.

**When to use it.** Draw where labels come from and where they go: training, monitor, warehouse.

**What goes wrong.** Positives whose label is still to come are taken for negatives, so that the newest fraud teaches
the model that it is fine. A drop in the labelled metric is seen months after it began.

**What an interviewer asks.** What do you monitor until labels come? What does a holdout cost, and who agrees to it?`,
  batch: `**What it models.** A job that reads much and writes features or an index: what it writes has a mean age of \`every\`
/ 2 + \`takes\`. \`checks\` on schema, range and volume put bad data aside, and the last good values stay and age;
without them bad data is served. It costs 64 cores while it runs (proposed by us).

**What it leaves out.** Retries and partial failures, dependencies between jobs, backfills, growth of the data: a run
always takes as long as you wrote.

**When to use it.** For what changes in days: long-term taste, embeddings of items, aggregates over months. It is
usually cheaper than a stream, and easier to run again.

**What goes wrong.** Upstream is late and the job runs on yesterday's half; a rename turns a feature into nulls and
nothing fails. The run grows until it takes longer than its interval.

**What an interviewer asks.** What does an hour of freshness gain, in money? How do you notice data that is wrong but
well formed?`,
};
