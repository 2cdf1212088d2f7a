/** Pages of the serving tier: what each component models, leaves out and is asked about. Markdown. */
export const servingPages = {
  service: `**What it models.** \`replicas\` machines that work on \`cpu\` requests at once each, with a waiting room of \`queue\`
behind every one. A request costs one draw of \`time\`; then the service makes its calls, group after group, without
holding a core while it waits. With \`scale\`, utilisation is averaged over five seconds, and above 70 % (proposed by us)
replicas are added, each answering \`lag\` later.

**What it leaves out.** Garbage collection, thread pools that a slow dependency fills, cold caches after a start,
scaling down, and the price of replicas that were added.

**When to use it.** For your own code that any replica can run: orchestration, business logic, assembling an answer.

**What goes wrong.** Waiting grows as 1/(1 − utilisation), so that the last ten per cent of load cost more latency
than the first seventy. Autoscaling comes a minute late to a peak that lasts two. Calls without a timeout make the
slowest dependency everybody's latency.

**What an interviewer asks.** At which utilisation do you run it and why? Which calls go out together, and what is the
p99 of the slower of two?`,
  ranker: `**What it models.** One accelerator a replica scores requests in batches: a batch begins when it is full or when its
first request has waited \`wait\`. It takes (0.26 ms + 2 µs × \`candidates\` × requests × size) divided by the card's
speed, one L4 being 1; small, medium and large weigh 0.25, 1 and 5. A measured \`time\` replaces the formula. The
medium model is fitted to a vendor's benchmark of an L4 with 100 candidates (2,148 requests/s one by one, 4,377 in
batches: second hand); other sizes and cards are proposed by us. A larger model is better by what the case says; cut
candidates cost quality.

**What it leaves out.** Fetching embeddings, memory of the tables, padding, warm-up, and the newest generative
rankers: 260 GFLOP a candidate against 40 MFLOP of DLRMv2 (MLCommons).

**When to use it.** After retrieval has left hundreds out of millions.

**What goes wrong.** Batches buy throughput with waiting: at low load \`wait\` is pure loss. At a peak the queue of
full batches outgrows every timeout; \`degrade\` scores fewer candidates instead.

**What an interviewer asks.** Why two stages? What do you give up first under load?`,
  scorer: `**What it models.** A probability for each request. On cores the time is lognormal with median 0.5, 2 or 15 ms by
size; with \`gpu\`, a batch takes 1 ms and, on an L4, 0.01, 0.06 or 0.4 ms a request (all proposed by us). Quality is
signal detection: scores are normal with variance 1, their mean d′ higher for positives; d′ is the case's figure times
what features, age and size of the model leave. The probability, sigmoid(d′s − d′²/2 + logit(base rate)), is
calibrated for the d′ of a usual day. Below \`pass\` a request passes, from \`review\` on a person looks, from \`block\`
on it is blocked; between them it goes on. Outside detection it ranks, and thresholds do nothing.

**What it leaves out.** That rules before it change the base rate; features for one model alone.

**When to use it.** For detection, with rules before it and people or a larger model behind it.

**What goes wrong.** At a base rate of 1/1000 a good model still has low precision. Stale features lower d′ while the
threshold stays.

**What an interviewer asks.** Where do you put the threshold, given the two costs?`,
  llm: `**What it models.** Continuous batching. At each step finished sequences leave, waiting ones enter while \`batch\` and
the key-value cache have room for their whole prompt and output, prompts are read, and every sequence gets a token. A
step takes 3 ms + weights / bandwidth + 0.33 ms a sequence + keys and values / bandwidth; a prompt token takes 2 ×
parameters / half the peak. \`shards\` multiply bandwidth, peak and memory, of which 90 % can be used; a parameter has
two bytes. Fitted to one figure, 8B on an A100 of 40 GB: 75 tokens/s alone, 6.6 times that with eight (second hand).
All else is ± 50 %. Outputs are geometric, prompts lognormal. Of the passages found it reads what fits into
\`prompt\`.

**What it leaves out.** Prefix caching, chunked prefill, speculation, quantisation, traffic between shards.

**When to use it.** On the few per cent that cheaper models leave open, or to write the answer.

**What goes wrong.** Memory, not compute, bounds concurrency. Long prompts stall all decoding. Text that gives orders
is obeyed without \`guard\`.

**What an interviewer asks.** How many sequences fit? What sets the time to the first token?`,
  rules: `**What it models.** A queue with servers, like a service, whose work stops a share of requests: the case says what
share of positives the rules catch and what share of the others they stop wrongly. With \`velocity\` and a stream
whose lag is below a minute they catch what the case gives for velocity rules, new attacks included; without it a new
attack shows them only a part of what they usually catch: 35 % (proposed by us) where the case says nothing else.
\`lists\` are in the case's figure and change nothing. What is not stopped goes on undecided.

**What it leaves out.** Single rules, their order, conflicts, and how they age, except that in days a change of policy
leaves them wrong for a day.

**When to use it.** First in a cascade and as a fallback: quick, explained, changed within minutes.

**What goes wrong.** Nobody removes rules; thousands of them overlap, and their blocks are never labelled, so that the
next model learns the rules.

**What an interviewer asks.** Which cases stay with rules once the model is good? How do you find a rule that only
costs money?`,
  decide: `**What it models.** Turns the last probability into an action: from \`block\` on a request is blocked, from \`review\`
on a person looks at it, all else passes, also what has no score. What was decided before stays. It adds a small delay
and never has a queue. A scoring model with thresholds decides by itself; this component is for deciding once, after
several have spoken.

**What it leaves out.** Costs that differ from request to request, and a combination of several scores: the last one
counts.

**When to use it.** Where policy changes more often than models, or where several models lead to one decision.

**What goes wrong.** Thresholds are copied from an old model to a new one with other scores. Nobody owns the number
that decides how much fraud is paid for.

**What an interviewer asks.** Derive the threshold: block when p × (cost of a miss) exceeds (1 − p) × (cost of a wrong
block). What changes when reviewers can only take a thousand cases a day? What happens to a request whose score did
not come in time?`,
  provider: `**What it models.** A call over the network to somebody else: a draw of \`time\`, no queue of yours, \`price\` a call,
and a token bucket that holds one second of \`quota\`. What is over the quota is refused after 50 ms. In an outage
calls fail as quickly, or hang for 30 s where the case says so (both proposed by us). Its answers are worth what the
case gives for the model behind it; \`guard\` takes orders out of the text, at no cost.

**What it leaves out.** Latency that grows with tokens or load, the time to the first token, regions, batch prices,
new versions.

**When to use it.** When the volume does not pay for cards of your own, or as a second opinion or a fallback.

**What goes wrong.** A hang is worse than a failure: without a timeout and a breaker every caller waits. Retries eat
the quota in the minute in which it is needed. A silent new version moves all scores.

**What an interviewer asks.** What do you do in an hour without it? At which volume is your own cheaper? Which data
may leave the company?`,
};
