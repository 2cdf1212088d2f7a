import { dimension, type JudgedDimension } from "../reading.ts";
import { evidenceOf, type Hit, hitsOf, uniqueHits, whereOf } from "./hits.ts";
import { isUnder, type Told } from "./kinds-of-sentence.ts";

const LESSON_TITLE =
  /^\W*(?:(?:key|main|our|my|the|some) )?lessons?\W*$|\b(?:lessons? (?:learn\w*|from\b)|(?:key |my |our )?learnings|what (?:I|we|I've|we've) learn\w*|things? learn\w*|takeaways?|what (?:did(?:n't| not)? )?work\w*|what (?:didn't|did not) work|did(?:n't| not) work|retrospective|reflections?|challenges (?:faced|encountered|and (?:how|solutions?|learnings?))|failed (?:experiments|attempts|ideas)|(?:key )?insights)\b/i;
const LIMIT_TITLE =
  /\b(?:(?:known )?limitations?|known issues|caveats?|shortcomings|weaknesses|drawbacks|pitfalls|failure (?:modes?|cases?))\b/i;
const PLAN_TITLE =
  /\b(?:future (?:work|improvements?|directions?|plans?|scope|enhancements?|ideas?)|roadmap|to-?dos?|next steps|(?:possible |potential )?improvements?|further (?:work|improvements?|ideas)|what(?:'s| is) next|ideas)\b/i;
const LESSON =
  /\b(?:(?:I|we)(?:'ve| have| also)? learn(?:ed|t)\b|lessons? learn|turn(?:ed|s) out (?:to|that)|it turns out|in hindsight|surprising(?:ly)?|to (?:my|our) surprise|(?:did(?:n't| not)|doesn't|does not|do not|don't) (?:really |actually |seem to |significantly |always |even )?(?:help|improve|work(?: (?:well|so well|for|as|on|out))?|pay off|make (?:a|any|much)(?: \w+)? difference|seem to be the case|generali[sz]e|converge)|(?:has|have|had) not (?:really )?(?:improved|helped|worked|generali[sz]ed)|made (?:it|things|the (?:score|results?|model)) worse|(?:we|I) (?:also )?(?:found|discovered|observed|noticed|reali[sz]ed)(?: out)? (?:that|it|the|no|out)|(?:would|should) (?:have (?:done|tried|been better|used|started)|do (?:it |this )?differently|be better to)|could (?:have|be) (?:been |further )?improved|next time,? (?:I|we)\b|(?:was|were|is|are) (?:much |far |slightly |significantly )?(?:worse|better) than (?:expected|I|we)|key takeaways?|the (?:biggest|main|hardest) (?:challenge|difficulty|lesson|problem|improvement|boost) (?:was|is|came)|no (?:significant )?(?:improvement|gain|benefit)s?|(?:hurt|harmed|degraded) (?:the )?(?:performance|score|results|accuracy))/i;
const LIMIT =
  /\b(?:limitations?(?: of| is| are|:)|(?:is|are|was|were) (?:not|n't) (?:yet |always |very |fully )?(?:robust|able to|suitable|reliable|accurate|perfect|calibrated|representative|designed (?:to|for)|intended for|meant (?:to|for)|production|validated|generali[sz])\w*|(?:isn't|aren't|wasn't) (?:robust|able|suitable|reliable|accurate|perfect|representative)|(?:does|do|did|may|might|can|will|could) ?(?:not|n't) (?:yet )?(?:handle|generali[sz]e|capture|account for|scale|cover|perform well|support|reflect|detect|recogni[sz]e|distinguish|model|consider|include|represent|be (?:used|reliable|accurate))|cannot (?:handle|generali[sz]e|capture|account|be used|detect|distinguish|reflect|recover)|fail(?:s|ed)? (?:to|on|when|for|in|with)|struggl(?:es?|ed|ing) (?:to|with|on|when)|suffers? from|(?<!not )limited to|biased (?:to|towards?|against)|bias(?:es)? (?:in|from|of) the (?:data|dataset|training)|overfit(?:s|ted|ting)? (?:to|on|after|quickly|heavily|is|was|due)|too (?:small|few|little) (?:data|samples|images|examples|to)|only (?:tested|trained|evaluated|works?|supports?|covers?|available) (?:on|with|for|in)?|one should (?:not|be careful)|should not be (?:used|relied|taken|considered)|not (?:suitable|recommended|intended|meant) for|misclassif(?:y|ies|ied)|under-?perform(?:s|ed)?|should not be (?:interpreted|compared)|not directly comparable|aware of (?:its|the|their|these) limitations)/i;
/** The world has limits too: a limit counts where it is the project's. */
const OWN =
  /\b(?:(?:this|our|my|the|these) (?:[\w-]+ ){0,2}?(?:models?|approach|methods?|solution|implementation|project|system|data ?sets?|data|pipeline|code|repo(?:sitory)?|app|tool|analysis|classifiers?|networks?|agents?|evaluation|benchmark|version|study|results?|predictions?|baseline|features?|notebook|library|package|detector|forecasts?|scores?|algorithm|re-?implementation)|we|I|it|they|currently)\b/i;
const OTHERS = /^(?:that|most|traditional|existing|many|typical|such|conventional|previous|classical|current) /i;
/** Where the field is introduced its limits are told, not the project's, unless it says "our". */
const INTRODUCTION = /\b(?:abstract|introduction|motivation|background|problem|context|purpose|why)\b/i;
/** What is not handed out, and what is overcome, is no limit of what was found. */
const NOT_SHARED =
  /\bovercom\w+|\b(?:to|we) address\w* .{0,20}limitations?\b|^disclaimer\b|\bnot (?:include|contain|share) (?:the |any )?(?:[\w-]+ ){0,2}?(?:data ?sets?|data|weights|checkpoints|images)\b|\bpublicly available\b/i;
const UNDERWAY = /\bunder (?:active |heavy )?development\b|\bin progress\b|\bstay tuned\b/i;
const OURS = /\b(?:we|I|our|my)\b/i;
/** What is ticked off is no plan, and what stands below it none either. */
const TICKED = /^\s*(?:[-*+]|\d{1,3}[.)])\s+(?:\[[xX]\]|✅|✔)/u;
const UNTICKED = /^\s*(?:[-*+]|\d{1,3}[.)])\s+\[ \]/u;
const PLAN =
  /\b(?:future|plan(?:ned|s)? to|will (?:be )?(?:add|explor|implement|support|extend|try)\w*|coming soon|to be (?:added|done|implemented)|next steps?|would like to|want to (?:add|try|explore))\b/i;
/** What a product offers is not what was learned by making it. */
const OFFERED = /^(?:actionable |business |key |ai )*insights?\b/i;
/** What others say, or what would be if. */
const SUPPOSED = /^(?:[*_]*["“]|(?:if|when|in practice)\b)|\bthey said\b/i;
const LONG_ENOUGH = 5;
const MOST_SHOWN = 3;

function titled(told: readonly Told[], title: RegExp): Hit[] {
  return hitsOf(
    told.filter(
      (each) =>
        !each.telling.path.endsWith(".ipynb") &&
        isUnder(each, title) &&
        !each.sentence.text.endsWith(":") &&
        !OFFERED.test(each.sentence.text),
    ),
    /^/,
  );
}

function lessonsIn(told: readonly Told[]): Hit[] {
  const said = hitsOf(told, LESSON).filter(({ sentence }) => !OTHERS.test(sentence.text));
  return uniqueHits([...titled(told, LESSON_TITLE), ...said]);
}

function limitsIn(told: readonly Told[]): Hit[] {
  const under = titled(told, LIMIT_TITLE).filter(
    ({ section, sentence }) =>
      !/performance|results|evaluation|features/i.test(section.title) || LIMIT.test(sentence.text),
  );
  const said = hitsOf(told, LIMIT).filter((hit) => {
    const { text } = hit.sentence;
    return (
      OWN.test(text) && !OTHERS.test(text) && !NOT_SHARED.test(text) && (OURS.test(text) || !isUnder(hit, INTRODUCTION))
    );
  });
  return uniqueHits([...under, ...said]);
}

function plansIn(told: readonly Told[]): Hit[] {
  const lineOf = ({ sentence }: Told) => sentence.pieces[0]?.source.text ?? "";
  const lists = new Set(told.filter((each) => TICKED.test(lineOf(each))).map(({ section }) => section));
  const open = told.filter(
    (each) => !UNDERWAY.test(each.sentence.text) && (!lists.has(each.section) || UNTICKED.test(lineOf(each))),
  );
  return uniqueHits([
    ...titled(open, PLAN_TITLE),
    ...hitsOf(
      open.filter((each) => isUnder(each, PLAN_TITLE)),
      PLAN,
    ),
  ]);
}

/** What was learned, what failed and where it ends: plans alone are none of that. */
export function readLearnings(told: readonly Told[]): { dimension: JudgedDimension; hits: Hit[] } {
  const long = told.filter(
    ({ sentence }) => sentence.words >= LONG_ENOUGH && !sentence.text.endsWith("?") && !SUPPOSED.test(sentence.text),
  );
  const lessons = lessonsIn(long);
  const limits = limitsIn(long).filter((hit) => !lessons.some(({ sentence }) => sentence === hit.sentence));
  const plans = plansIn(long);
  const found = [...lessons, ...limits];
  const score =
    lessons.length > 0 && limits.length > 0
      ? 1
      : found.length >= 2
        ? 0.8
        : found.length === 1
          ? 0.6
          : plans.length > 0
            ? 0.3
            : 0;
  const hits =
    found.length > 0
      ? uniqueHits([
          ...lessons.slice(0, limits.length > 0 ? 2 : MOST_SHOWN),
          ...limits.slice(0, lessons.length > 0 ? 2 : MOST_SHOWN),
        ])
      : plans.slice(0, 2);
  const where = whereOf(hits);
  const said =
    lessons.length > 0 && limits.length > 0
      ? `${where} says what was learned and where it ends.`
      : lessons.length > 0
        ? `${where} says what was learned or did not work, not where the limits are.`
        : limits.length > 0
          ? `${where} says where it ends, not what was tried and did not work.`
          : plans.length > 0
            ? `${where} lists plans, not what was learned.`
            : "The README does not say what was learned, what failed or where the limits are.";
  return {
    hits,
    dimension: dimension("learnings", { score, said, evidence: evidenceOf(hits), mend: mendOf(lessons, limits) }),
  };
}

function mendOf(lessons: readonly Hit[], limits: readonly Hit[]): string {
  if (lessons.length > 0) return "Add where it fails: on which inputs, how often, and what you would do about it.";
  if (limits.length > 0)
    return "Add what you tried that did not work, and what you would do differently: interviewers ask for it.";
  return "Add three lines: what you tried that did not work, where the model fails, and what you would do differently.";
}
