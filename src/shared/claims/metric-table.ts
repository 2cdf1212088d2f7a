import type { ClaimUnit } from "./claim.ts";

/** What can be measured: its standard name, how texts call it, and what it is measured in. */
export type Metric = {
  name: string;
  pattern: string;
  /** Units of a level; every metric takes changes in shares, points and ratios. */
  units: readonly ClaimUnit[];
  /** Which way is better, where one is. */
  better: "up" | "down" | undefined;
  /** A number without a unit is read as this: "accuracy 0.91" is a share, "RMSE 3.2" a number. */
  bare: "share" | "number" | "count" | undefined;
};

type Row = readonly [
  name: string,
  pattern: string,
  units: readonly ClaimUnit[],
  better?: Metric["better"],
  bare?: Metric["bare"],
];
const SHARE = ["share"] as const;
const NUMBER = ["number"] as const;
const COUNT = ["count", "number"] as const;
// biome-ignore format: one table
const RATIO_ROWS: readonly Row[] = [
  ["balanced accuracy", "balanced accurac(?:y|ies)", SHARE, "up", "share"],
  ["accuracy", "(?:top[- ]?\\d+ |test |validation )?accurac(?:y|ies)|acc(?:@\\d+)?(?=[ :=|.])|exact match|EM score", SHARE, "up", "share"],
  ["average precision", "(?:mean )?average precision|mAP(?:@[\\d.:]+)?|AP(?:@\\d+|50|75)?(?=[ :=|),.])|PR[- ]?AUC|AU?PRC|area under the (?:PR|precision[- ]recall) curve", SHARE, "up", "share"],
  ["precision", "precision(?:@ ?(?:\\d+|k\\b)| at \\d+(?![\\d.]|\\s?%))?|PPV|P@\\d+", SHARE, "up", "share"],
  ["recall", "recall(?:@ ?(?:\\d+|k\\b)| at \\d+(?![\\d.]|\\s?%))?|sensitivity|TPR|true[- ]positive rate|hit rate(?:@\\d+)?|R@\\d+|detection rate|(?:found|finds|caught|catch(?:es)?|detect(?:s|ed)|identif(?:ies|ied))(?= (?:about |over |nearly |some )?[\\w.-]+ ?(?:%|percent|per cent) of)|coverage of fraud", SHARE, "up", "share"],
  ["specificity", "specificity|TNR|true[- ]negative rate", SHARE, "up", "share"],
  ["F1", "(?:macro|micro|weighted)?[- ]?F[- ]?1(?:[- ]?(?:score|measure))?s?|F[- ]?(?:score|measure)", SHARE, "up", "share"],
  ["AUC", "(?:ROC[- ]?)?AUC(?:[- ]?ROC)?|AUROC|C[- ]statistic|area under the (?:ROC )?curve|c-index", SHARE, "up", "share"],
  ["NDCG", "n?DCG(?:@ ?(?:\\d+|k\\b))?", SHARE, "up", "share"],
  ["MRR", "MRR(?:@(?:\\d+|k\\b))?|mean reciprocal rank", ["share", "money"], "up", "share"],
  ["BLEU", "(?:Sacre)?BLEU(?:-\\d)?(?: score)?", SHARE, "up", "share"],
  ["ROUGE", "ROUGE(?:-?[\\dL]+)?", SHARE, "up", "share"],
  ["METEOR", "METEOR", SHARE, "up", "share"],
  ["IoU", "(?:mean )?m?IoU|Dice(?: score| coefficient)?|Jaccard", SHARE, "up", "share"],
  ["R²", "R(?:²|\\^2|2)(?: score)?|R-squared", SHARE, "up", "share"],
  ["MCC", "MCC|Matthews correlation(?: coefficient)?", SHARE, "up", "share"],
  ["kappa", "(?:Cohen(?:'s|’s)? )?kappa|inter[- ](?:annotator|rater) agreement", SHARE, "up", "share"],
  ["correlation", "(?:Spearman|Pearson)(?:'s|’s)?(?: (?:rho|r|correlation))?|correlation", SHARE, "up", "share"],
  ["Gini", "Gini(?: coefficient)?", SHARE, "up", "share"],
  ["KS", "KS(?: statistic)?(?=[ :=])", SHARE, "up", "share"],
  ["MAPE", "s?W?MAPE|mean absolute percentage error|forecast(?:ing)? error", SHARE, "down", "share"],
  ["WER", "WER|word error rate", SHARE, "down", "share"],
  ["CER", "CER|character error rate", SHARE, "down", "share"],
  ["false positive rate", "false[- ](?:positive|alarm)s?(?: rate)?|FPR", ["share", "count"], "down", "share"],
  ["false negative rate", "false[- ]negatives?(?: rate)?|FNR|miss rate", ["share", "count"], "down", "share"],
  ["error rate", "(?:classification |test |top[- ]?\\d+ )?error(?:[- ]rate)?s?(?! log)|failure rate|defect rate", ["share", "count"], "down", "share"],
  ["calibration error", "(?:expected )?calibration error|ECE", SHARE, "down", "share"],
  ["hallucination rate", "hallucinations?(?: rate)?", ["share", "count"], "down", "share"],
  ["win rate", "win[- ]?rate", SHARE, "up", "share"],
  ["pass rate", "pass(?:ing)?[- ]rate|pass@\\d+|success rate", SHARE, "up", "share"],
];

// biome-ignore format: one table
const NUMBER_ROWS: readonly Row[] = [
  ["perplexity", "perplexity|PPL", NUMBER, "down", "number"],
  ["RMSE", "RMSL?E|root mean squared? error", NUMBER, "down", "number"],
  ["MSE", "MSE|mean squared error", NUMBER, "down", "number"],
  ["MAE", "MAE|mean absolute error", ["number", "share", "seconds", "money"], "down", "number"],
  ["log loss", "log[- ]?loss|cross[- ]entropy(?: loss)?|(?:validation |test |training |final )?loss(?! (?:functions?|of)\\b)", NUMBER, "down", "number"],
  ["FID", "FID(?: score)?", NUMBER, "down", "number"],
  ["PSNR", "PSNR", NUMBER, "up", "number"],
  ["SSIM", "SSIM", SHARE, "up", "share"],
  ["Elo", "Elo(?: rating)?", ["number", "points"], "up", "number"],
  ["silhouette", "silhouette(?: score| coefficient)?", SHARE, "up", "share"],
  ["GPA", "GPA|grade point average|final grade|grade", NUMBER, "up", "number"],
  ["rating", "(?:star )?ratings?|rated|CSAT|satisfaction(?: score)?", ["number", "share"], "up", "number"],
  ["NPS", "NPS|net promoter score", ["number", "points"], "up", "number"],
  ["rank", "rank(?:ed)?(?! r)|placed|finished|place(?! (?:to|where|for))", ["count", "share", "number"], "down", "count"],
];

// biome-ignore format: one table
const TIME_ROWS: readonly Row[] = [
  ["latency", "p\\d{2,3}(?= (?:of|at|is|was|from|under|below|down)\\b|\\s*[:=<]?\\s*\\d)|(?:50|90|95|99)th[- ]percentile|(?:(?:p\\d{2,3}|median|tail|average|mean|end[- ]to[- ]end|inference|serving|query|response)[- ](?:\\w+ )?)?latenc(?:y|ies)|(?:response|inference|prediction|serving|query|lookup|page load|load) times?|time to first token|TTFT|round[- ]trip time", ["seconds"], "down"],
  ["training time", "(?:re)?training times?|training(?! (?:data|sets?|samples?|images|examples|pairs|corpus|loss))|trained in|time to train", ["seconds"], "down"],
  ["time saved", "(?:hours?|minutes?|days?|weeks?|time)[- ]sav(?:ed|ings?)", ["seconds"], "up"],
  ["uptime", "uptime|availability", ["share"], "up", "share"],
  ["downtime", "downtime|outage(?:s| time)?", ["seconds", "share"], "down"],
  ["experience", "experience", ["seconds"], "up"],
  ["build time", "(?:build|CI|deploy(?:ment)?|release|compile|test)(?:ing)? times?|release cycle|lead time|time to (?:deploy|production|market)", ["seconds"], "down"],
  ["time", "(?:processing|run|running|execution|wall[- ]clock|handling|review|labell?ing|preparation|resolution|turnaround|delivery|wait(?:ing)?|onboarding|cycle)[- ]?times?|(?<![\\w-])[a-z]{3,}ing[- ]times?|runtimes?|durations?|time to (?:resolution|detect|detection|resolve|label|review|answer)|MTTR|MTTD", ["seconds"], "down"],
];

// biome-ignore format: one table
const SCALE_ROWS: readonly Row[] = [
  ["throughput", "throughput|QPS|RPS|TPS|(?:requests|queries|predictions|events|tokens|images|transactions|messages|frames|samples|documents|records)(?: ?/ ?s(?:ec)?| (?:per|a) (?:second|minute|hour|day)|/day)|req/s|FPS|tok/s", ["number", "count", "bytes"], "up"],
  ["memory", "(?:GPU |peak )?(?:memory|RAM|VRAM)(?: usage| footprint| use)?", ["bytes", "share"], "down"],
  ["model size", "model size|size of the model", ["bytes", "count"], "down"],
  ["storage", "storage(?: costs?)?|disk(?: space)?", ["bytes", "money"], "down"],
  ["utilisation", "(?:GPU |CPU )?utili[sz]ation", SHARE, "up", "share"],
  ["parameters", "(?:trainable )?param(?:eter)?s", COUNT],
  ["dataset size", "(?:training |labell?ed |historical )?(?:rows|records|samples|examples|images|documents|observations|data points|datapoints|sentences|utterances|utterance|tokens|annotations|labels|transactions|events|reviews|tweets|articles|videos|clips|pairs|logs|interactions)|corpus|dataset|data ?set|of (?:text|logs|data)", ["count", "bytes"]],
  ["dataset size", "of (?:audio|speech|video|recordings?)", ["seconds", "bytes", "count"]],
  ["team size", "(?:cross[- ]functional )?teams?|squad|engineers?|developers?|(?:data )?scientists?|analysts?|people|researchers?|colleagues|direct reports|reports", ["people"]],
  ["mentees", "mentor(?:ed|ing)?|coach(?:ed|ing)?|juniors?|interns?|mentees?|onboarded", ["people"]],
  ["users", "(?:active |daily |monthly |weekly |paying |registered )*(?:users|customers|subscribers|members|visitors|clients|players|riders|patients|shoppers|buyers|sellers|merchants)|MAUs?|DAUs?|user base|audience", ["count", "people"], "up"],
  ["requests", "(?:API )?(?:requests|queries|calls|predictions|inferences|messages)", ["count"]],
  ["GPUs", "GPUs?|TPUs?|accelerators|[AHV]100s?|T4s?", ["count"]],
  ["tickets", "(?:support )?tickets|incidents|alerts|pages|escalations", ["count"], "down"],
  ["traffic", "traffic|visits|page ?views|footfall", ["count"], "up"],
  ["citations", "citations|cited|h-index", COUNT, "up", "count"],
  ["stars", "stars", ["count"], "up"],
  ["downloads", "downloads|installs", ["count"], "up"],
  ["test coverage", "(?:test|code|line|branch) coverage|coverage", SHARE, "up", "share"],
];

// biome-ignore format: one table
const VALUE_ROWS: readonly Row[] = [
  ["savings", "sav(?:ed|ing|ings|es|e)", ["money", "seconds"], "up"],
  ["cost", "(?:\\w+[- ])?(?:costs?|spend(?:ing)?|bills?|expens(?:e|es))|costing", ["money"], "down"],
  ["budget", "budgets?|funding|grants?", ["money"]],
  ["revenue", "revenues?|sales|turnover|GMV|ARR|bookings|income|ARPU|AOV|average order value", ["money"], "up"],
  ["profit", "profits?|margins?|EBITDA|ROI|ROAS|return on (?:investment|ad spend)", ["money", "share"], "up"],
  ["losses", "(?:fraud |chargeback )?losses|chargebacks?|write-offs?", ["money", "share", "count"], "down"],
  ["conversion", "conversions?(?: rates?)?|CVR|checkout rate|sign-?ups?", ["share", "count"], "up"],
  ["CTR", "CTR|click[- ]?through(?:[- ]rates?)?|click[- ]?rates?|clicks", ["share", "count"], "up"],
  ["churn", "churn(?: rate)?|attrition|customer loss", SHARE, "down"],
  ["retention", "retention(?: rate)?|(?:day|D)[- ]?\\d+ retention", SHARE, "up"],
  ["engagement", "engagement|watch time|time on site|session length|dwell time|stickiness", ["share", "seconds"], "up"],
  ["open rate", "open rates?", SHARE, "up"],
  ["adoption", "adoption(?: rate)?", SHARE, "up"],
  ["return rate", "returns?(?: rate)?(?= (?:by|from|fell|dropped|of))|return rate", SHARE, "down"],
  ["bounce rate", "bounce rate", SHARE, "down"],
  ["productivity", "productivity|efficiency|velocity", SHARE, "up"],
  ["performance", "performance|quality", SHARE, "up"],
  ["effort", "(?:manual )?(?:effort|workload|toil)|manual (?:work|reviews?|labell?ing|triage)", ["seconds", "share"], "down"],
  ["stock", "stock-?outs?|inventory|overstock", ["share", "money", "count"], "down"],
  ["waste", "waste|spoilage|scrap", ["share", "money", "count"], "down"],
];

export const METRICS: readonly Metric[] = [
  ...RATIO_ROWS,
  ...NUMBER_ROWS,
  ...TIME_ROWS,
  ...SCALE_ROWS,
  ...VALUE_ROWS,
].map(([name, pattern, units, better, bare]) => ({ name, pattern, units, better, bare }));
