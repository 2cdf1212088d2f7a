/** Signs in a sentence that an interviewer hears, whatever the job: each by its name. */

const PAST =
  "(?:\\w{2,}ed|wrote|built|made|took|went|ran|found|told|spoke|set|put|sat|drew|read|got|gave|began|brought|kept|said|thought|met|held|sent|split|cut|left|let|had|did|came|saw|knew|rebuilt|rewrote|redid|threw|taught|shut|dug|stuck|froze|spent|won|led|laid|tore|swapped|chose)";
const MAYBE = "(?:(?:then|also|first|just|even|instead|still|never|\\w+ly) )*";
const CHOICE =
  "(?:decided|chose|picked|opted|went (?:with|for|back)|refused|insisted|proposed|suggested|recommended|pushed|argued|figured|declined|dropped|stopped|settled|committed|bet|planned|convinced|persuaded|made the call)";
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|easter|christmas|q[1-4])";
const NUMBER_WORD =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half|third|quarter|dozen)";

const SOURCES = {
  iPast: `\\bi(?:'d|'ve| had| have)? ${MAYBE}${PAST}\\b`,
  wePast: `\\bwe(?:'d|'ve| had| have)? ${MAYBE}${PAST}\\b`,
  otherPast: `\\b(?:he|she|they|it)(?:'d| had)? ${MAYBE}${PAST}\\b`,
  iChoice: `\\b(?:i|we)(?:'d|'ve| had| have)? ${MAYBE}${CHOICE}\\b|\\bmy (?:call|choice|decision|proposal|reasoning|thinking|hunch|bet|instinct|first (?:move|step|guess|thought|idea))\\b`,
  didnt: "\\b(?:i|we) (?:did(?:n't| not)|could(?:n't| not| have)|would(?:n't| not)|wasn't|was not)\\b",
  otherWay:
    "\\b(?:instead|rather than|in place of|in favou?r of|alternative|trade-?offs?|versus|two options|options were)\\b",
  reason: "\\b(?:because|since|so that|as it|the reason|my reason|which meant|in order to|that way)\\b",
  order: `^(?:and |so |but )*(?:first|then|next|after that|afterwards|at first|second(?:ly)?|third|from (?:there|then)|once|meanwhile|later|step|to start|the first thing|that's when|in parallel|at the same time|for the)\\b`,
  soI: "^(?:and |but )*so,? (?:what )?(?:i|we)\\b",
  iStart: "^(?:and |so |but |then )*i\\b",
  weStart: "^(?:and |so |but |then )*we\\b",
  iWas: "\\bi(?: was|'m| am| work(?:ed)?| joined|'d (?:just |been )| had (?:just|been))\\b",
  thereWas: "\\b(?:there (?:was|were|'d)|we (?:had|were|did)|it was|they had|they were)\\b",
  presentWe:
    "\\b(?:we|they|it|which|that|people|customers|users|who) (?:is|are|do|does|have|has|use|sell|build|run|make|get|need|come)s?\\b|\\b(?:we're|they're|it's|that's|there's)\\b",
  placeTime:
    "\\b(?:last (?:year|job|spring|summer|autumn|fall|winter|month)|\\w+ years? ago|back (?:in|when|at)|at the time|when i (?:joined|started|was)|my (?:previous|last|old|former|current|first) (?:job|company|team|role|employer|year)|few years)\\b|\\bin (?:20[0-3]\\d)\\b",
  month: `\\b(?:in|by|until|since|of|last|before) (?:early |late |the )?${MONTH}\\b`,
  place:
    "\\b(?:company|start-?up|bank|hospital|insurer|retailer|agency|lab|firm|platform|team|group|department|university|marketplace|telecom|manufacturer|client)\\b",
  duty: "\\b(?:my (?:job|task|role|part|responsibility|goal|mandate|brief|assignment|remit|objective|target|aim)|responsible|accountable|in charge|was up to me|was on me|fell to me|landed on|supposed to|tasked|assigned|charged with|was asked|been asked|were asked|asked me|told me to|wanted me|handed|gave me|put me on|volunteered|raised my hand|took it on|i owned|had to|needed to|was to|were to|expected to|the (?:goal|aim|task|ask|brief|target|objective|challenge|mandate|question|deadline) was)\\b",
  deadline: `\\b(?:by (?:the end|next|friday|monday|then|${MONTH})|deadline|within (?:a|an|\\d+|${NUMBER_WORD}) (?:days?|weeks?|months?|quarters?)|weeks? to|months? to|before the)\\b`,
  want: "\\b(?:wanted|needed|hoped|goal|target|aim(?:ed)?|meant to)\\b",
  digit: "\\d",
  numberWord: `\\b${NUMBER_WORD}s?\\b`,
  share: "%|\\b(?:percent|per cent|percentage|points?|basis points)\\b",
  money:
    "[$€£¥]|\\b(?:dollars?|euros?|pounds?|rupees?|yen|usd|eur|k a (?:month|year)|budget|revenue|savings?|saved)\\b",
  change:
    "\\b(?:fell|dropped|rose|climbed|decreased|increased|reduced|cut|improved|doubled|tripled|halved|grew|shrank|came down|went (?:up|down|from|to)|gone from|up from|down (?:from|to|by)|up (?:to|by)|lower|higher|faster|fewer|better|worse|gain(?:ed)?|recovered|ended (?:at|up)|stood at|lift(?:ed)?|jumped)\\b",
  fromTo: "\\bfrom (?:about |around |roughly )?\\S+(?: \\S+){0,4} to \\S+",
  outcome:
    "\\b(?:as a result|in the end|eventually|ultimately|the (?:result|outcome|upshot|effect)|result(?:ed|s)?|ended up|worked out|paid off|so far|to this day|still (?:in use|use|using|run|running|there)|it worked|turned out)\\b",
  sinceThen: "\\b(?:since then|ever since|today|now|nowadays|to date|these days|afterwards)\\b",
  after: `\\b(?:after|within|over|in|by|for) (?:the |about |another )?(?:first |next |following |past )?(?:\\d+|${NUMBER_WORD}|few|couple of) (?:days?|weeks?|months?|quarters?|years?)\\b`,
  adopted:
    "\\b(?:adopted|rolled (?:it )?out|shipped|launched|went live|in production|renewed|accepted|approved|signed|promoted|happy|pleased|thanked|satisfied|praised|impressed|award|bonus|standard|other teams|picked (?:it )?up|reused|kept|closed|zero (?:incidents?|complaints?)|no (?:incidents?|complaints?))\\b",
  learnt:
    "\\b(?:learn(?:ed|t|ing)|lesson|take-?away|taught me|(?:takes?|took|taken|carry|carried) (?:away |from)|what i (?:took|take)|realis?ed|realiz?ed|reminds? me|stuck with me|mistake was|regret)\\b",
  hindsight:
    "\\b(?:looking back|in hindsight|in retrospect|with hindsight|next time|if i (?:did|could|had|were|was|do)\\b.{0,30}\\b(?:again|over|back|today)|do(?:ne)? (?:it )?differently|differently|i(?:'d| would|'ll| should(?:'ve| have)?) (?:\\w+ ){0,3}(?:earlier|sooner|first|now|again|never|start|rather)|would(?:n't| not) (?:do|wait|start|trust)|in future|from now on)\\b",
  habit:
    "\\b(?:i|we) (?:now|always|still|never|tend to|try to)\\b|\\bnow i\\b|\\bthese days i\\b|\\bsince then,? i\\b|\\bever since,? i\\b|\\bi (?:ask|check|write|start|do|keep|make|look|insist|count|trust|bring|begin)\\b",
  would: "\\b(?:i'd|i would|we'd|would|'d)\\b",
  filler:
    "\\b(?:you know|i mean|sort of|kind of|i guess|or whatever|and stuff|or something|um|uh|er|hmm|like i said|as i said|basically|anyway|blah)\\b",
  talk: "\\b(?:good question|great question|let me think|let me see|does that (?:answer|make)|what was the question|where was i|sorry|hope that|thanks? (?:you )?for|happy to|i could go on|long story|another story|by the way|side note|off topic|digress|haha|lol|funny|to be (?:fair|honest)|honestly|you(?:'ve)?|your|that's (?:it|about it|all|the story)|i'll (?:take|tell|talk|pick|go with)|can recommend)\\b",
  doubtWord:
    "\\b(?:i think|maybe|perhaps|probably|i believe|i suppose|not sure|i don't (?:know|remember)|somehow|whatever)\\b",
  trouble:
    "\\b(?:but|however|problem|issue|broken?|failed|failing|wrong|complain(?:ed|t|ts|ing)?|missing|slow|bad|lost|losing|nobody|no one|messy|stale|unhappy|manual(?:ly)?|incident|outage|bug)\\b",
  people:
    "\\b(?:manager|boss|director|vp|cto|ceo|head of|lead|pm|product (?:manager|owner)|stakeholders?|colleague|engineer|analysts?|intern|team|marketing|sales|legal|finance)\\b",
  talkAction:
    "\\b(?:asked|told|showed|explained|agreed|proposed|suggested|convinced|presented|argued|called|emailed|met|invited|sat down|walked)\\b",
  work: "\\b(?:trained|tested|tried|measured|compared|profiled|plotted|labell?ed|wrote|built|ran|added|removed|replaced|rolled back|deployed|debugged|traced|sampled|cleaned|fine-?tuned|logged|checked|split|cached|retrained|benchmarked|prototyped|analy[sz]ed|implemented|set up|designed|refactored|reviewed|interviewed)\\b",
  question: "\\?",
  quote: '["“”]',
  endedByColon: ":",
  future: "\\b(?:will|going to|plan to)\\b",
} satisfies Record<string, string>;

const CUES: readonly (readonly [name: string, pattern: RegExp])[] = Object.entries(SOURCES).map(
  ([name, source]) => [name, new RegExp(source, "iu")] as const,
);

/** Names of the cues that a sentence shows. */
export function cuesIn(sentence: string): Set<string> {
  const plain = sentence.replaceAll("’", "'");
  return new Set(CUES.flatMap(([name, pattern]) => (pattern.test(plain) ? [name] : [])));
}
