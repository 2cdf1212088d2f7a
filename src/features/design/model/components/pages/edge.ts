/** Pages of the edge tier: what each component models, leaves out and is asked about. Markdown. */
export const edgePages = {
  gateway: `**What it models.** Each replica works on \`cpu\` requests at once and lets \`queue\` more wait; with exponential
times that is close to an M/M/c queue. \`limit\` is a token bucket that holds one second of tokens. \`shed\` bounds
the requests that are in the gateway or behind it: the gravest class may use all of it, the least grave 70 % (proposed
by us). What is over any of these bounds is refused at once and takes no work. Requests reach an entry through the
network's own balancer: the replica with the fewest, a dead one out after three seconds (proposed by us).

**What it leaves out.** Limits for each customer, connections, slow bodies.

**When to use it.** As the one entry. A refusal is the cheapest answer to a peak.

**What goes wrong.** Last year's limit turns customers away; no limit lets a retry storm through to the slowest part.
A limit on the rate alone does not help when requests become slower: limit what is in flight.

**What an interviewer asks.** What do you refuse first, and what does the caller do with the refusal? By Little's law,
how many requests are in flight at your target?`,
  balancer: `**What it models.** It chooses the replica of what it calls: the one with the fewest at work and waiting, in turn,
the better of two drawn at random, or any. Clients of stores choose a living replica themselves. A dead replica is
taken out \`health\` after its death; until then calls to it fail. A healed one is back at once. It adds a delay and
has no queue.

**What it leaves out.** Weights, sticky sessions, zones, replicas that are slow instead of dead, and that several
balancers see different loads.

**When to use it.** Before replicas that can die or whose requests differ much in length. Without one, calls inside
the system go to replicas in turn, and nobody takes a dead one out.

**What goes wrong.** A replica that fails fast has few requests in flight, so that "least" sends it more: a black
hole. A health check that looks at dependencies takes every replica out at the same moment.

**What an interviewer asks.** Why are two random choices nearly as good as the shortest queue (Mitzenmacher 2001)? How
long are users hurt by one dead replica?`,
  cdn: `**What it models.** A cache at the edge of the network: entries by key in \`memory\`, the least recently used out
first, each for \`ttl\`. A hit is answered after the mean of \`time\`; a miss goes on to what follows, and the answer
is kept. With \`coalesce\`, misses of one key wait for a single call. It starts warm and is never too busy. It costs
memory and a price a million requests (proposed by us).

**What it leaves out.** Many places with a cache each, distance, purges, and what is too personal to be cached.

**When to use it.** Where many people get the same answer: pictures, popular pages, a model's answer to the same
public question.

**What goes wrong.** A private answer that was cached for all is a leak. A purge, or a key with a random query
parameter in it, sends the whole traffic to an origin that was sized for a tenth of it.

**What an interviewer asks.** What is in the cache key, how stale may an answer be, and what can the origin bear with
the cache empty?`,
  splitter: `**What it models.** Each request takes the first arrow with chance \`share\`, and one of the others with the rest. A
run shows how much each way gets, and what its components cost; quality and decisions are those of both together.

**What it leaves out.** A user stays in no group here: each request is drawn anew. There is no test of significance,
no carry-over and no influence of one group on the other.

**When to use it.** To send a part of the traffic to a cheaper model, to compare two ways of answering, or to keep a
random holdout out of a treatment.

**What goes wrong.** Groups differ because their hash also decides something else. A shared cache, budget or training
set leaks the treatment into the control. A test is read every day and stopped at the first good one.

**What an interviewer asks.** What is the unit of randomisation? How many users do you need to see a change of 1 %,
and for how long must it run? What do you do when the sample ratio is not what you set?`,
};
