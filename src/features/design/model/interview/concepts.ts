/**
 * What interviewers are asked about, and the words that candidates have for it: an encoder of sentences does not know that
 * QPS is load, nor that uptime is availability. Stems are written up to where they differ.
 */
const CONCEPTS: Record<string, RegExp> = {
  load: /\b(?:[qtr]ps|throughput|traffic|volume|load|scale|workload|per second|(?<!for |just |wait |in )a second|(?:how many|number of|rate of) (?:\w+ )?(?:request|quer|question|message|payment|transaction|call|event|hit|view)\w*)\b/,
  peak: /\b(?:peak|spik|burst|surge|viral|seasonal|holidays? (?:season|traffic|peak|load)|christmas|festiv|black friday|cyber monday|prime day|singles|flash|promotion|campaign|launch day|burst|rush|headroom|busiest|sales? (?:event|day|open)|(?:on|during|in) (?:a |the )?sales?\b)/,
  users: /\b(?:user base|users|customers|visitors|employees|people use|cardholders|subscribers|dau|mau)\b/,
  latency:
    /\b(?:latenc|p9\d|p50|percentile|response time|respond|reply|how (?:fast|quick|soon)|millisecond|ms\b|time (?:to|for|until|limit|budget)|real.?time|deadline|end.to.end|slow|sluggish|time.?budget|tail|sla\b)/,
  availability:
    /\b(?:availab|uptime|unavailab|downtime|is down|goes down|outage|time.?out|fail (?:open|closed)|fail.?safe|fall.?back|degrad|nines|not (?:answer|respond)|can'?t (?:answer|respond)|reliab|stand.?in|slo\b(?! for latency)|error rate|failed request|empty|unreachable|plan b|best.?sellers?)/,
  prevalence:
    /\b(?:base rate|prevalen|how (?:common|rare|frequent)|imbalanc|positives\b|(?:share|fraction|percentage|proportion|ratio|how much) of|how often (?:does|do we see)|skewed|class balance|out of (?:a )?(?:hundred|thousand|million))/,
  "false alarm":
    /\b(?:false (?:positive|alarm|decline)|fpr|wrong(?:ly)?|precision|innocent|legitimate|harmless|genuine|good (?:customer|payment|user)|insult|annoy|mistaken|over.?block|unjust|by mistake|collateral)/,
  recall:
    /\b(?:recall|detect(?:ion)? rate|catch|caught|detected|slip|false negative|miss(?:ed|es)?\b|get through|coverage|find(?:ing)? (?:most|all)|effective)/,
  "cost of errors":
    /\b(?:cost (?:us|of an? )|expensive|loss|lose|worth|damage|harm(?:s|ful)? (?:is|are)|compared? (?:to|with)|trade.?off)/,
  labels:
    /\b(?:label|ground truth|feedback|chargeback|annotat|truth|supervis|conversion|click.?through|outcome|golden|test set|evaluation set|thumbs|rat(?:e|ing)s? the|verdict|learn (?:whether|what|if)|know (?:whether|if))/,
  delay:
    /\b(?:delay|lag|late\b|how (?:long|late) (?:until|till|before|does|do|is)|when (?:do|does|will|are)|mature|earl(?:y|ier)|faster)/,
  people: /\b(?:analyst|moderator|reviewer|human|manual|operator|agents?\b|team of|staff|headcount|review)/,
  signals:
    /\b(?:feature|signal|attribute|information|histor|(?:what|which) data|data (?:do|is|are|source)|(?<!peak |extreme |special |sales? |viral )events?\b|stream|log (?:click|impression)|inputs?\b|context|behaviou?r|session|clickstream|metadata|collect|track|what do we know|telemetry|profile)/,
  budget:
    /\b(?:(?<!latency |time |delay )budget|spend|money|dollar|price|afford|cost(?:s|ly)?\b(?! of| us)|per month|monthly|a month|hardware|gpus?\b|infrastructure|expens|ceiling|bill|financ|economical|accelerators?)/,
  law: /\b(?:gdpr|regulat|complian|legal|law\b|privacy|personal data|pii|consent|appeal|contest|explain|explanation|audit|dsa\b|supervisor|works council|reasons?\b|retention|opt.?out|opt.?in|sensitive|forbidden|prohibited|delet|not allowed to|must not|ethic|cookies?)/,
  attack:
    /\b(?:attack|adversar|evade|evasi|bypass|get around|jailbreak|inject|abuse|bad actor|fraudster|attacker|trick (?!question)|poison|malicious|manipulat|game the|gaming|adapt|patterns?\b|hack|scam|spam(?:mer)?|circumvent|workaround|hostile|red.?team|mislead)/,
  release:
    /\b(?:deploy|releas|roll(?:ed)? ?out|ship|retrain|canary|a\/b|approve|production|go(?:es)? live|versions?\b|launch(?:ed)? (?:a )?(?:new )?model|rollback|push(?:ed)? (?:a |new )|gate)/,
  repeat:
    /\b(?:cach|repeat(?:s|ed)?\b(?! that| the| your| it| please)|duplicat|unique|per.user|for everyone|shared between|memoi[sz]|personal(?:i[sz]ed)? (?:for|to)|identical|same|copies|copied|reuse|skew|popular|distinct|different (?:rows|answers|queries)|zipf)/,
  corpus:
    /\b(?:documents?|corpus|chunk|passage|catalog|inventory|skus?\b|(?:how many|number of) (?:\w+ )?(?:item|product|document|card|merchant)s?|how (?:large|big) is|size of|assortment|offering|library|articles?\b|listings?\b|index\b|embedding dim|vectors?\b)/,
  access:
    /\b(?:permission|access|acl|right|restrict|authori[sz]|allowed to (?:see|read)|may see|revok|groups?\b|clearance|visibility|confidential|secret|entitle|who can)/,
  language: /\b(?:languages\b|english|dialect|multilingual|locale|translat|countr|slang)/,
  provider:
    /\b(?:provider|vendor|third.?part|external|api\b|openai|anthropic|hosted|self.?host|in.?house|quota|rate limit|contract|saas|cloud llm|outsourc|commercial|leave the company|call (?:a|an|out))/,
  model:
    /\b(?:(?:which|what|larger?|bigger|small|language|llm|foundation|open) models?|models? (?:size|architect|available|have you|were|did)|llms?\b|model architectures?|parameters|lightweight|heav(?:y|ier) (?:model|ranker)|rankers?\b|transformers?\b|deep (?:model|net)|fine.?tun|gain from|accuracy (?:do|of|with))/,
  fresh:
    /\b(?:fresh|new(?:ly)?\b|recent|up.?to.?date|updated?|added|cold.?start|just (?:listed|added|published)|searchable|findable|appear|show up|turn ?over|just (?:released|uploaded|written)|day.?old|brand.?new)/,
  drift:
    /\b(?:drift|stale|season|trend|change over time|evolv|retrain|how (?:fast|quickly) do(?:es)? .* chang|non.?stationar|decay|age(?:s|d)?\b|degrad(?:e|es) over|shift|outdated|taste)/,
  policy: /\b(?:polic|guideline|rules?\b(?: change| of)?|standards?)/,
  severity: /\b(?:sever|categor|kinds? of|types? of|class(?:es)?\b|worse|child|minor|grave)/,
  goal: /\b(?:goal|success|kpi|business|objective|optimi[sz]|north star|purpose|improve|revenue|metrics?\b|measure|mission|why (?:are|do) we|benefit|valuable|bottom line|profit|margin|engagement|care about most|what (?:does|do) .* want|good answer)/,
  tokens:
    /\b(?:token|prompt|completion|context (?:window|length)|input length|output length|answer length|how long (?:is|are) (?:a |an |the )?(?:typical )?(?:prompt|answer|completion|question)s?)/,
  actions: /\b(?:actions?\b|approve|decline|otp|second factor|step.?up|3.?d|challenge|block or|only)/,
  failures:
    /\b(?:fail|break|incident|crash|zone|region|machines?\b(?! learning)|node|hardware (?:dies|fails)|went wrong|go(?:es)? wrong|disaster|surviv|resilien|redundan|data.?cent|kaputt|chaos|post.?mortem)/,
  fairness:
    /\b(?:fair|bias|divers|discriminat|sellers?|groups?\b|exposure|small(?:er)? (?:brand|vendor|seller|merchant|shop)|marketplace|merchants?\b|vendors? (?:get|be)|third.party seller|long tail|feedback loop|popularity bias|filter bubble|rich.get)/,
  baseline:
    /\b(?:baseline|exist|today|current|present|already|legacy|so far|in place|right now|at the moment|scratch|replac|in use|solved (?:now|today)|status quo|previous|before us|past attempt|greenfield)/,
  candidates:
    /\b(?:candidates?|shortlist|slots?|list\b|top.?k|row\b|how many (?:item|result|recommendation)s? (?:do|are|should|per|in|to)|shown|displayed|carousel|widget|length of|retriev)/,
  embedding: /\b(?:embedding (?:model|change|upgrade)|re.?embed|encoder|upgrade|replaced)/,
  attacker: /\b(?:trust|who (?:can|may|is allowed to) (?:write|edit)|sources?)/,
};

export function conceptsOf(text: string): Set<string> {
  const lower = text.toLowerCase().replaceAll("’", "'");
  return new Set(Object.keys(CONCEPTS).filter((name) => CONCEPTS[name]?.test(lower)));
}
