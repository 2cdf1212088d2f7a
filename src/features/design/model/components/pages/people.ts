/** Pages of the people: what each component models, leaves out and is asked about. Markdown. */
export const peoplePages = {
  review: `**What it models.** \`people\` take a draw of \`time\` for a case; whoever hands it in does not wait. With exponential
times and \`patience\` it is M/M/n+M (Palm's Erlang A): waiting cases leave undecided, each at rate 1/patience. In
scenarios of days \`shifts\` empty the backlog as a fluid, the chance of a wait is Erlang C's, and what misses the \`sla\`
has passed. In shorter ones all are at work, a case that has not left counts as decided, and the \`sla\` is only
reported. A share \`error\` of decisions is wrong. Defaults: about 200 items a reviewer-day and 10 % error (second
hand); an hour costs 22 US dollars (proposed by us).

**What it leaves out.** Training, tiredness, disagreement, second looks, harm to those who look.

**When to use it.** For the band in which models are unsure and a wrong decision is expensive; their decisions are
labels.

**What goes wrong.** An alert flood fills the queue, and the gravest case waits behind a thousand trifles: order by
expected loss. At 95 % utilisation one sick person breaks the SLA.

**What an interviewer asks.** How many people do you need at the peak? Who checks the reviewers?`,
};
