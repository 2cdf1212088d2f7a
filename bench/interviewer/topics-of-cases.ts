/**
 * What facts of different cases have in common, each as `case/fact`. A fact that is named here teaches the topic with its
 * lines; one that is not is found by what its lines have in common with the topics.
 */
const OF_FRAUD = "card-fraud-detection/";
const OF_SHOP = "ecommerce-recommendations/";
const OF_CHAT = "llm-content-moderation/";
const OF_STAFF = "rag-assistant-permissions/";

export const TOPICS: Record<string, readonly string[]> = {
  load: [`${OF_FRAUD}load`, `${OF_SHOP}traffic`, `${OF_CHAT}load`, `${OF_STAFF}traffic`],
  peak: [`${OF_FRAUD}festive-peak`, `${OF_SHOP}sale`, `${OF_CHAT}viral`, `${OF_STAFF}burst`],
  latency: [`${OF_FRAUD}latency`, `${OF_SHOP}latency`, `${OF_CHAT}latency`, `${OF_STAFF}latency`],
  availability: [`${OF_FRAUD}no-answer`, `${OF_SHOP}availability`, `${OF_CHAT}no-answer`, `${OF_STAFF}degraded`],
  prevalence: [`${OF_FRAUD}base-rate`, `${OF_CHAT}prevalence`],
  "false alarms": [`${OF_FRAUD}wrongly-blocked`, `${OF_CHAT}wrongly-removed`],
  recall: [`${OF_FRAUD}catch`, `${OF_CHAT}catch`],
  "cost of errors": [`${OF_FRAUD}money`],
  severity: [`${OF_CHAT}severity`],
  labels: [
    `${OF_FRAUD}label-delay`,
    `${OF_FRAUD}early-signals`,
    `${OF_SHOP}labels`,
    `${OF_CHAT}labels`,
    `${OF_STAFF}labels`,
  ],
  reviewers: [`${OF_FRAUD}analysts`, `${OF_CHAT}moderators`],
  actions: [`${OF_FRAUD}actions`],
  features: [`${OF_FRAUD}features`, `${OF_SHOP}signals`],
  size: [`${OF_FRAUD}cards`, `${OF_SHOP}catalogue`, `${OF_STAFF}corpus`],
  attacks: [`${OF_FRAUD}attacks`, `${OF_CHAT}attacks`],
  sources: [`${OF_STAFF}sources`],
  budget: [`${OF_FRAUD}budget`, `${OF_SHOP}budget`, `${OF_CHAT}budget`, `${OF_STAFF}budget`],
  law: [`${OF_FRAUD}explain`, `${OF_SHOP}privacy`, `${OF_CHAT}law`, `${OF_STAFF}audit`],
  releases: [`${OF_FRAUD}release`, `${OF_SHOP}releases`],
  drift: [`${OF_FRAUD}how-long-drift`, `${OF_SHOP}season`, `${OF_CHAT}policy`],
  prices: [`${OF_FRAUD}model-time`, `${OF_SHOP}prices`, `${OF_STAFF}prices`],
  failures: [`${OF_SHOP}failures`, `${OF_STAFF}failures`],
  freshness: [`${OF_SHOP}new-items`, `${OF_STAFF}freshness`],
  goal: [`${OF_SHOP}goal`, `${OF_STAFF}quality`],
  repetition: [`${OF_SHOP}repetition`, `${OF_CHAT}repeats`, `${OF_STAFF}repetition`],
  baseline: [`${OF_SHOP}present-system`],
  models: [`${OF_SHOP}models`, `${OF_CHAT}llm`, `${OF_STAFF}models`],
  provider: [`${OF_CHAT}provider`, `${OF_STAFF}provider`],
  "share of calls": [`${OF_CHAT}llm-share`],
  candidates: [`${OF_SHOP}candidates`],
  fairness: [`${OF_SHOP}sellers`, `${OF_CHAT}language`],
  permissions: [`${OF_STAFF}permissions`, `${OF_STAFF}rights-change`],
  embedding: [`${OF_STAFF}embedding-change`],
  tokens: [`${OF_STAFF}tokens`],
};
