import type { Sentence } from "../prose/sentence.ts";
import { dimension, type JudgedDimension } from "../reading.ts";
import { evidenceOf, type Hit, hitsOf, uniqueHits, whereOf } from "./hits.ts";
import { isListedLink, isUnder, type Told } from "./kinds-of-sentence.ts";

const TITLE =
  /\b(?:problem|motivation|introduction|overview|background|about|goals?|objectives?|aims?|why|what (?:is|does|it)|abstract|description|business (?:case|context|problem|understanding)|use cases?|task|summary|purpose|context|mission|idea|competition|challenge (?:description|overview|details))\b/i;
const THING =
  "(?:project|repo(?:sitory)?|package|library|framework|toolkit|tool|app(?:lication)?|system|notebook|paper|codebase|code|implementation|solution|course|book|tutorial|pipeline|platform|dashboard|chatbot|bot|assistant|service|engine|module|work|study|thesis|competition|challenge|model|api|program|collection|benchmark|agent|extension|plugin|demo|product|task|folder|stack|prototype|generator|classifier|detector|predictor|recommender|re-?implementation|workflow|suite|analysis|website|walk-?through|series|template|experiments?|technique|method|algorithm)";
const DOES =
  "(?:aims?|seeks?|attempts?|tries|provides?|offers?|predicts?|detects?|classif(?:y|ies)|forecasts?|segments?|recommends?|generates?|translates?|summari[sz]es?|ranks?|retrieves?|answers?|estimates?|recogni[sz]es?|identif(?:y|ies)|clusters?|optimi[sz]es?|automates?|helps?|enables?|allows?|lets|turns?|converts?|analy[sz]es?|explores?|investigates?|studies|examines?|compares?|demonstrates?|shows|showcases?|implements?|addresses|tackles?|solves?|focus(?:es)?|performs?|combines?|builds?|creates?|simulates?|reproduces?|trains?|fine-?tunes?|uses|supports?|presents?|introduces?|teaches|contains?|includes?|covers?|serves?|integrates?|delivers?|ships?|makes?|takes?|ingests?|measures?|reads?|learns?|reproduces?|extends?|is|was|are)";
const TASK =
  /\b(?:predict|detect|encod|classif|forecast|segment|recommend|generat|translat|summari[sz]|rank|retriev|answer|estimat|recogni[sz]|identif|cluster|optimi[sz]|automat|diagnos|screen|monitor|match|search|interpolat|reconstruct|denois|track|extract|explain|interpret|visuali[sz]|simulat|chat|convers|teach|understand|process|fine-?tun|train|implement|learn(?!ing))\w*|\bmask(?:s|ing)?\b|\bimplementations? of\b|\b(?:question[- ]answering|reinforcement learning|machine learning|deep learning|data science|time[- ]series|language models?|MLOps|hyper-?parameter|super-resolution|dimension(?:ality)? reduction)\b/i;
const FRAMES = [
  `\\b(?:this|the|our|my) (?:[\\w-]+ ){0,4}?${THING}(?: \\w+ly| also| mainly)? ${DOES}\\b`,
  `^(?!(?:given|for|in|to|we|I|if|when|all|each|as|you|other|below|here|before)\\b)(?:an? |the )?(?:[\\w'’+.,/-]+ ){0,7}?${THING}s? (?:for|to|that|of|which|using|in|with|based|built|on|designed|where)\\b`,
  "^(?:it|this) (?:\\w+ly )?(?:predicts|detects|classifies|forecasts|segments|recommends|generates|translates|summari[sz]es|ranks|retrieves|answers|estimates|recogni[sz]es|identifies|clusters|optimi[sz]es|automates|turns|converts|analy[sz]es|aims|helps)\\b",
  `^(?:[\\w'’,()/.+-]+ ){1,7}is (?:an? |the )(?:[\\w'’,+./-]+ ){0,8}?${THING}\\b`,
  "\\b(?:goal|aim|objective|purpose|task|challenge|problem|mission|idea) (?:of|is|was|here|:|to)\\b",
  "\\b(?:we|I) (?:\\w+ )?(?:aim|want|wanted|built|build|present|propose|introduce|tackle|address|explore|investigate|develop|developed|try|set out|predict|detect|classify|created?|implement|implemented|designed)\\b",
  "\\b(?:designed|intended|aimed|developed|built|made|created) (?:to|for)\\b",
].map((source) => new RegExp(source, "i"));
const TAGLINE =
  /^(?:end[- ]to[- ]end |real[- ]?time |automat\w+ |an? |the )?(?:[\w'’+-]+ ){0,6}?(?:predict(?:ing|ion)|detect(?:ing|ion)|classif(?:ying|ication)|forecast(?:ing|s)?|segmentation|recommend(?:ation|er|ing)\w*|recognition|generation|translation|summari[sz]ation|retrieval|question answering|estimation|identif(?:ying|ication)|clustering|super-resolution|implementation)\b.{0,80}\b(?:of|for|from|with|using|in|on|based|by|between|against)\b/i;
/** The first sentence of a README names the thing within its first words. */
const OPENS = new RegExp(
  `^(?!(?:given|for|if|we|I|when|all|please|in|to|as|note|here|see|welcome)\\b)(?:[\\w'’+.,/&()-]+ ){0,12}?${THING}s?\\b`,
  "i",
);
/** "Detect landmarks in pictures of faces": a README that begins with what one does with it. */
const IMPERATIVE =
  /^(?:detect|predict|classify|forecast|segment|recommend|generate|recogni[sz]e|translate|summari[sz]e|estimate|identify|track|convert|cluster|rank|answer)\b/i;
const STATED_AIM = /\b(?:problem|goals?|objectives?|aims?|task|purpose|mission)\b/i;
const AIM = /\b(?:aims? (?:to|at)|(?:goal|aim|objective|purpose) (?:of (?:[\w-]+ ){1,6})?(?:is|was) to)\b/i;
const GONE =
  /^\[|\bURL\b|\bas part of\b|taken over from|at the moment|^only |^(?:final|course|class|term) project (?:for|of|in)\b.{0,40}$|^(?:built|made|powered|once|after|based) |\b(?:(?:is|are) (?:an? )?part of|can deploy|did not work|didn't work|for (?:the )?sake of|outdated|deprecated|no longer|moved to|now available|superseded)\b/i;
const LONG_ENOUGH = 6;

const PAIN =
  /\b(?:costs? (?:[\w-]+ ){0,4}?(?:\$|\d|billions?|millions?|money|lives|customers|time|hours|sales|jobs)|costly|expensive|(?:financial|revenue|monetary|economic) loss(?:es)?|time-consuming|labou?r-intensive|error-prone|tedious|manual(?:ly)? (?:\w+ ){0,2}?(?:review|label|inspect|check|process|work|screen|effort|annotat|read|search|segment|count|is|are|takes|entry)\w*|inefficien(?:t|cy|cies)|dangerous|deaths?|mortality|fatal|wast(?:e|es|ed|ing) (?:of )?(?:time|money|resources|food|energy|hours|effort)|difficult(?:y|ies)?|hard(?:er)? (?:to|for|problem)|(?:is|are|remains?|be|more|very|highly) challenging|challenging (?:task|problem|to|because)|impossible|struggl\w+|lack(?:s|ing)? (?:of )?\w+|shortage|scarce|bottleneck|pain points?|prohibitive\w*|suffers? from|overwhelm\w*|too (?:slow|large|many|much|expensive|costly)|burden|(?:is|are|remains?) (?:\w+ )?(?:crucial|critical|vital|essential)(?: (?:to|for|in))?|(?:major|serious|significant|growing|increasing|big|biggest|key|common|global|leading) (?:\w+ ){0,2}?(?:problem|threat|concern|challenge|issue|cause|risk)s?|millions? of (?:people|dollars|euros|transactions|users|patients)|billions? (?:of|in|each|per|a))\b/i;
const WHO =
  "(?:customers?|patients?|doctors?|clinicians?|physicians?|radiologists?|farmers?|retailers?|banks?|compan(?:y|ies)|business(?:es)?|teams?|researchers?|practitioners?|students?|teachers?|developers?|engineers?|analysts?|hospitals?|merchants?|drivers?|investors?|traders?|governments?|beginners|data scientists?|scientists?|stakeholders?|managers?|operators?|buyers?|sellers?|homeowners?|agents?|marketers?|clients?|lawyers?|journalists?|policymakers|employees|employers|recruiters|organi[sz]ations?|institutions?|stores?|shops?|airlines?|insurers?|citizens|learners|people who|anyone|everyone|readers|non-experts|professionals?)";
const FOR_WHOM = new RegExp(
  `\\b(?:help(?:s|ing)?|enabl(?:es?|ing)|allow(?:s|ing)?|let(?:s|ting)|assist(?:s|ing)?|support(?:s|ing)?|empower(?:s|ing)?|so that|gives?|serv(?:es|ing)|aimed at|designed for|intended for|useful (?:for|to)|needed by|made for|built for|targets?|aid(?:s|ing)?) (?:[\\w-]+ ){0,3}?${WHO}\\b`,
  "i",
);
const MEASURE =
  /(?:[$€£]\s?\d|\d[\d.,]* ?(?:%|percent|million|billion|people|patients|customers|deaths|dollars|euros)(?![\w-]))|\b(?:success (?:is|means|criteri\w+|metrics?)|evaluat(?:ed|ion) (?:is |are )?(?:by|on|using|metric)|(?:evaluation|scoring|competition) metric|scored (?:by|on)|metric (?:is|used|was))\b/i;
const METRIC_NAMED =
  /\b(?:success (?:is|means|criteri\w+|metrics?)|evaluat(?:ed|ion) (?:is |are )?(?:by|on|using|metric)|(?:evaluation|scoring|competition) metric|scored (?:by|on)|metric (?:is|used|was))\b/i;
const AIMED = /\b(?:targets?|goals?|aims?|at least|reduc\w+|increas\w+|within|save[sd]?|success|objectives?)\b/i;
const REACHED = /\b(?:vs\.?|versus|improv\w+|achiev\w+|outperform\w*|we (?:get|got|reach))\b/i;
const MEASURED =
  /\b(?:problem|motivation|goals?|objectives?|business|success|metrics?|impact|task|challenge|competition|overview|about|introduction|background|evaluation metric)\b/i;

const OPENING = 14;
const OPENING_SECTIONS = 3;

function isEarly({ telling, section }: Told): boolean {
  return telling.sections.indexOf(section) < OPENING_SECTIONS;
}

/** Which problem it solves, who has it and how one would know that it is solved. */
export function readProblem(told: readonly Told[]): {
  dimension: JudgedDimension;
  hits: Hit[];
  purpose: Sentence | undefined;
} {
  const named = told.filter((each) => isUnder(each, TITLE));
  const near = uniqueHits([...hitsOf(told.slice(0, OPENING).filter(isEarly), /^/), ...hitsOf(named, /^/)]);
  const purpose = purposeIn(near, told);
  const why = near.find(({ sentence }) => sentence.words >= LONG_ENOUGH && sayWhy(sentence.text) >= 0);
  const measure = near.find(
    (each) =>
      each.sentence.words >= LONG_ENOUGH &&
      saysMeasure(each.sentence.text) &&
      !REACHED.test(each.sentence.text) &&
      isUnder(each, MEASURED),
  );
  const hits = uniqueHits([
    purpose,
    why && { ...why, at: Math.max(0, sayWhy(why.sentence.text)) },
    measure && (purpose || why) && { ...measure, at: measure.sentence.text.search(MEASURE) },
  ]);
  const score = (purpose ? 0.5 : 0) + (why ? 0.3 : 0) + ((purpose || why) && measure ? 0.2 : 0);
  const missing = [
    ...(purpose ? [] : ["what it does"]),
    ...(why ? [] : ["who has the problem or what it costs them"]),
    ...(measure ? [] : ["how one would know that it is solved"]),
  ];
  const where = whereOf(hits);
  const said =
    hits.length === 0
      ? "The README does not say which problem the project solves."
      : missing.length === 0
        ? `${where} says what it does, for whom or why, and how success is measured.`
        : `${where} says ${[...(purpose ? ["what it does"] : []), ...(why ? ["for whom or why"] : []), ...(measure ? ["how success is measured"] : [])].join(" and ")}, not ${missing.join(", nor ")}.`;
  return {
    hits,
    purpose: purpose?.sentence,
    dimension: dimension("problem", {
      score,
      said,
      evidence: evidenceOf(hits),
      mend: `Say in the first three sentences ${missing.join(", and ")}.`,
    }),
  };
}

function purposeIn(near: readonly Hit[], told: readonly Told[]): Hit | undefined {
  const first = new Set(told.slice(0, 3).map(({ sentence }) => sentence));
  const subject = told[0]?.telling.sections[1]?.title ?? "";
  const candidates = near.filter(
    (hit) =>
      hit.sentence.words >= LONG_ENOUGH &&
      !hit.sentence.text.endsWith("?") &&
      !GONE.test(hit.sentence.text) &&
      !isListedLink(hit.sentence) &&
      (!isItem(hit.sentence) || isUnder(hit, STATED_AIM)) &&
      [AIM, TASK].some((says) => says.test(hit.sentence.text) || (first.has(hit.sentence) && TASK.test(subject))),
  );
  const framed = candidates.flatMap((hit) => {
    const isMeant = first.has(hit.sentence) || AIM.test(hit.sentence.text) || isUnder(hit, TITLE);
    const frame = (isMeant ? FRAMES : []).map((pattern) => hit.sentence.text.search(pattern)).filter((at) => at >= 0);
    if (frame.length > 0) return [{ ...hit, at: Math.min(...frame) }];
    const opens = first.has(hit.sentence) && (hit.telling.sections.indexOf(hit.section) <= 1 || isUnder(hit, TITLE));
    if (opens && (OPENS.test(hit.sentence.text) || IMPERATIVE.test(hit.sentence.text))) return [hit];
    return opens && hit.sentence.label === undefined && TAGLINE.test(hit.sentence.text) ? [hit] : [];
  });
  return framed[0] ?? candidates.find((hit) => hit.telling === told[0]?.telling && isUnder(hit, STATED_AIM));
}

/** One of a list is a part of something. */
function isItem({ pieces }: Sentence): boolean {
  return /^\s*(?:[-*+•]|\d{1,2}[.)])\s/.test(pieces[0]?.source.text ?? "");
}

function saysMeasure(text: string): boolean {
  return METRIC_NAMED.test(text) || (MEASURE.test(text) && AIMED.test(text));
}

function sayWhy(text: string): number {
  if (
    /^as a result|\b(?:repo(?:sitory)?|code|package|version|implementation) .{0,200}\black|important to note|please note|\bwe (?:found|achieve)|overcoming|outperform|it is essential to (?:install|have)/i.test(
      text,
    )
  )
    return -1;
  const at = text.search(PAIN);
  return at >= 0 ? at : text.search(FOR_WHOM);
}
