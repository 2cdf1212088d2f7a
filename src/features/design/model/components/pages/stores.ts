/** Pages of the stores: what each component models, leaves out and is asked about. Markdown. */
export const storesPages = {
  cache: `**What it models.** Keys are asked for by the case's Zipf law; in a case without keys nothing hits. \`memory\` divided
by the size of an answer is the number of entries, the least recently used go first; what is older than \`ttl\` is a
miss. Without expiry the hit ratio agrees with Che's approximation: Σ pᵢ(1 − e^(−pᵢT)), T from Σ(1 − e^(−pᵢT)) =
entries. A key lives on one of the \`replicas\`, which answers \`ops\` a second, so that a hot key meets one node; a
hit takes the mean of \`time\` more. It starts warm. A miss calls what follows and keeps the answer; with nothing
behind it (a cache aside) its caller goes on.

**What it leaves out.** Invalidation by writes, entry sizes, the price of nodes.

**When to use it.** Where the same question comes again before the answer is too old.

**What goes wrong.** After a flush every key misses at once: \`coalesce\` sends one call a key. \`stale\` helps when
what follows fails, not after a flush. A cached answer outlives the right to see it.

**What an interviewer asks.** Which hit ratio do you need, and can the rest live without it?`,
  sql: `**What it models.** Queries wait for one of \`connections\` in a replica of the shard in which their key lives, and
take a draw of \`time\`; the waiting room is bounded. Clients know which replicas live. Lognormal times give the long
tail that a mean hides. A replica costs eight cores (proposed by us), however many its connections.

**What it leaves out.** Queries that slow one another down, locks, transactions over shards, joins, replication lag,
failover, checkpoints, and the difference between reads and writes.

**When to use it.** For what must be right: orders, balances, permissions. Not for wide feature rows at thousands of
requests a second.

**What goes wrong.** Connections run out long before the processor does: one slow query holds its connection, the pool
fills, and requests that need another table fail too. Adding application servers makes it worse. One large customer
fills a shard.

**What an interviewer asks.** How many connections do you need? By Little's law, rate × time, plus room for the
variance. What is sharded by which key, and which query then needs all shards?`,
  kv: `**What it models.** One read of one row by its key. A hash of the key chooses the shard, one of the living \`replicas\`
takes the read, each works on \`cpu\` at once and lets \`queue\` wait. Time is lognormal by default; the figure is
proposed by us.

**What it leaves out.** Quorums, hinted hand-off, compaction, write amplification, rebalancing of shards, consistency
between replicas.

**When to use it.** For profiles, sessions, counters, precomputed answers: known key, small row, many reads.

**What goes wrong.** A hot key makes one shard the bottleneck while the mean utilisation looks idle; more shards do
not help it, a cache or a copy of the key does. A request that reads fifty keys meets the slowest of fifty: with p99
at 10 ms, four in ten such requests take longer than that.

**What an interviewer asks.** What is the key, and how is it distributed? Which consistency do you need after a write?
What does losing a zone do with \`replicas\` in one zone and in three?`,
  features: `**What it models.** A store for reads by key, whose values have an age. A stream that is fed writes the fast part
after about a second plus its lag; a batch writes both parts at a mean age of every / 2 + takes. A part loses weight ×
(1 − 2^(−age / half-life)) of the signal. Where the arrow has a fallback, a read that failed has defaults instead; bad
data that nobody checked costs what the case says. The default time, p99 2.5 ms, lies between two benchmarks of Feast
for one row: below 1.5 ms with Redis and the Java server, about 3.9 ms with Go.

**What it leaves out.** Time that grows with rows, single features, differences between offline and online
computation.

**When to use it.** Where a model needs what it knew in training, as it is now.

**What goes wrong.** Training and serving skew; a backfill that overwrites fresh values; a slow store without a
timeout that takes the whole request with it.

**What an interviewer asks.** How fresh must which feature be? What does the model do with defaults?`,
  vectors: `**What it models.** A query goes to all shards at once and waits for the slowest; with \`partial\`, what is missing is
left out. One shard takes 0.155 ms × ln(1 / (1 − recall)) × log₁₀(vectors) × (0.5 + dimension / 256), with some
spread. The shape in recall fits Qdrant at 0.99 and 0.96 (572 and 811 queries/s, 500k vectors); the level is a fifth
below filtered faiss on 10 M vectors of 192 dimensions (3,200/s on 8 cores, big-ann NeurIPS'23); the dimension's part
and 30 % more with \`filter\` are proposed by us. Candidates are worth recall × (1 − 2^(−n / half)) × what is in the
index already.

**What it leaves out.** Building, deletes, compression, filters that leave few items, and that a larger \`k\` takes
longer.

**When to use it.** To get from millions of items to hundreds in milliseconds.

**What goes wrong.** The tail of many shards. A new encoder with an old index finds nonsense: \`dual\` keeps two.
Filtering after the search leaks, or leaves nothing.

**What an interviewer asks.** Recall of what, measured how? How soon is a new item found?`,
};
