import type { Sentence } from "../prose/sentence.ts";
import { dimension, type JudgedDimension } from "../reading.ts";
import { evidenceOf, type Hit, hitsOf, uniqueHits, whereOf } from "./hits.ts";
import { isListedLink, isUnder, type Told } from "./kinds-of-sentence.ts";

const TITLE =
  /\b(?:problem|motivation|introduction|overview|background|about|goals?|objectives?|aims?|why|what (?:is|does|it)|abstract|description|business (?:case|context|problem|understanding)|use cases?|task|summary|purpose|what .{1,30} does|context|mission|idea|competition|challenge (?:description|overview|details))\b/i;
const THING =
  "(?:project|repo(?:sitory)?|package|library|framework|toolkit|tool|app(?:lication)?|system|notebook|paper|codebase|code|implementation|solution|course|book|tutorial|pipeline|platform|dashboard|chatbot|bot|assistant|service|engine|module|work|study|thesis|competition|challenge|model|api|program|collection|benchmark|agent|extension|plugin|demo|product|task|folder|stack|prototype|generator|classifier|detector|predictor|recommender|re-?implementation|workflow|suite|analysis|website|walk-?through|series|template|experiments?|technique|method|algorithm|network|source code|extension|capstone|archive|manuscript)";
const DOES =
  "(?:aims?|seeks?|attempts?|tries|provides?|offers?|predicts?|detects?|classif(?:y|ies)|forecasts?|segments?|recommends?|generates?|translates?|summari[sz]es?|ranks?|retrieves?|answers?|estimates?|recogni[sz]es?|identif(?:y|ies)|clusters?|optimi[sz]es?|automates?|helps?|enables?|allows?|lets|turns?|converts?|analy[sz]es?|explores?|investigates?|studies|examines?|compares?|demonstrates?|shows|showcases?|implements?|addresses|tackles?|solves?|focus(?:es)?|performs?|combines?|builds?|creates?|simulates?|reproduces?|trains?|fine-?tunes?|uses|supports?|presents?|introduces?|teaches|contains?|includes?|covers?|serves?|integrates?|delivers?|ships?|makes?|takes?|ingests?|measures?|reads?|learns?|reproduces?|extends?|is|was|are)";
const TASK =
  /\b(?:predict|detect|encod|classif|forecast|segment|recommend|generat|translat|summari[sz]|rank|retriev|answer|estimat|recogni|identif|cluster|optimi[sz]|automat|diagnos|screen|monitor|match|search|interpolat|reconstruct|denois|track|extract|explain|interpret|visuali[sz]|simulat|caption|discover|chat|convers|teach|prepar|practi[cs]|understand|process|fine-?tun|train|implement|evaluat|benchmark|compar(?!able)|learn(?!ing))\w*|\bmask(?:s|ing)?\b|\bimplementations? of\b|\b(?:question[- ]answering|reinforcement learning|machine learning|deep learning|data science|time[- ]series|language models?|MLOps|computer vision|sentiment|Q[- ]learning|hyper-?parameter|super-resolution|dimension(?:ality)? reduction|model+ing)\b/i;
/** A solution says by the name of its competition what it solves. */
const COMPETED =
  /\b(?:[Ss]olutions?|[Ss]ubmissions?|[Ee]ntry|[Cc]ode|[Aa]pproach|[Mm]odels?) (?:[\w-]+ ){0,3}?(?:of|for|to|in|from)\b.{0,60}\p{Lu}.{0,60}\b(?:[Cc]ompetitions?|[Cc]hallenges?|[Cc]ontest)\b|\p{Lu}.{0,60}\b(?:[Cc]ompetition|[Cc]hallenge) (?:solution|submission|entry)\b/u;
const STATED =
  "(?:\\b(?:goals?|aims?|objectives?|purpose|task|challenge|problem|mission|idea) (?:(?:of|in|for|behind|here)\\b[^.]{0,80}? )?(?:is|was|are|were) (?:not )?to\\b|\\b(?:goals?|aims?|objectives?|purpose|mission) ?:)";
const FRAMES = [
  `\\b(?:this|the|our|my) (?:[\\w-]+ ){0,4}?${THING}s?(?: \\w+ly| also| mainly)? ${DOES}\\b`,
  `^(?!(?:given|for|in|to|we|I|if|when|all|each|as|you|other|below|here|before)\\b)(?:an? |the )?(?:[\\w'’+.,/-]+ ){0,7}?${THING}s? (?:for|to|that|of|which|using|in|with|based|built|on|designed|where)\\b`,
  "^(?:(?:it|this) (?:\\w+ly )?)?(?:builds|predicts|detects|classifies|forecasts|segments|recommends|generates|translates|summari[sz]es|ranks|retrieves|answers|estimates|recogni[sz]es|identifies|clusters|optimi[sz]es|automates|turns|converts|analy[sz]es|aims|helps)\\b",
  `^(?:[\\w'’,()/.+-]+ ){1,7}is (?:an? |the )(?:[\\w'’,+./-]+ ){0,8}?${THING}\\b`,
  `\\b(?:this|here) is (?:an? |the |my |our )(?:[\\w-]+ ){0,5}?${THING}\\b`,
  STATED,
  "\\b(?:task|problem|challenge) (?:is|was) (?:an? |the )?\\w+",
  "\\b(?:we|I) (?:\\w+ )?(?:aim|want|wanted|built|build|present(?:ed)?|proposed?|introduced?|tackled?|address(?:ed)?|explored?|investigated?|develop|developed|try|set out|predict|detect|classify|created?|implement|implemented|designed|assess(?:ed)?|stud(?:y|ied)|evaluated?|compared?|analy[sz]ed?)\\b",
  "\\bin this (?:\\w+ )?(?:project|work|paper|thesis|study|capstone|repo(?:sitory)?|notebook)s?,? (?:we|I)\\b",
  "\\b(?:we|I) (?:\\w+ )?train(?:ed)?\\b.{0,120}\\bto\\b",
  "\\b(?:designed|intended|aimed|developed|built|made|created|conducted|carried out) (?:to|for)\\b",
].map((source) => new RegExp(source, "i"));
/** "A platform for standardised phenotyping": what opens a README may name a task that no list knows. */
const DESCRIBES = new RegExp(`^(?:an? |the )(?:[\\w'’+.,/-]+ ){0,7}?${THING} (?:for|that|which|to)\\b`, "i");
const TAGLINE =
  /^(?:end[- ]to[- ]end |real[- ]?time |automat\w+ |an? |the )?(?:[\w'’+-]+ ){0,6}?(?:predict(?:ing|ion)|detect(?:ing|ion)|classif(?:ying|ication)|forecast(?:ing|s)?|segmentation|recommend(?:ation|er|ing)\w*|recognition|generation|translation|summari[sz]ation|retrieval|question answering|estimation|identif(?:ying|ication)|clustering|super-resolution|implementation|model+ing|scoring|analysis|comparison|optimi[sz]ation|monitoring|simulation|benchmark(?:ing|s)?)\b.{0,80}\b(?:of|for|from|with|using|in|on|based|by|between|against)\b/i;
/** The first sentence of a README names the thing within its first words. */
const OPENS = new RegExp(
  `^(?!(?:given|for|if|we|I|when|all|please|in|to|as|note|here|see|welcome)\\b)(?:[\\w'’+.,/&()-]+ ){0,12}?${THING}s?\\b`,
  "i",
);
/** "Detect landmarks in pictures of faces": a README that begins with what one does with it. */
const IMPERATIVE =
  /^(?:(?:easily|quickly|automatically) )?(?:train|ask|detect|predict|classify|forecast|segment|recommend|generate|recogni[sz]e|translate|summari[sz]e|estimate|identify|track|convert|cluster|rank|answer)\b/i;
const STATED_AIM = /\b(?:what .{1,30} does|problem|goals?|objectives?|aims?|task|purpose|mission)\b/i;
const AIM = new RegExp(`\\baims? (?:to|at)\\b|${STATED}`, "i");
/** Says which course it was handed in for, and nothing of what it does. */
const COURSEWORK =
  /^.{0,60}\b(?:project|code|repo(?:sitory)?|assignments?|homework|coursework) (?:for|of|in|to|from) (?:our |my |the )?(?:(?:final|course|class|term) )*(?:projects?|[A-Z]{2,6} ?-?(?!(?:19|20)\d\d)\d{2,4}\w?)\b.{0,40}$/i;
const GONE =
  /^\[[^\]]*\]\W*$|\b(?:was|is|were|are|been) (?:proposed|initiated|supervised|written|led|lead|maintained|authored|carried out|done) by\b|^(?:this (?:requires|means|is because)|news\b|update\b|it is (?:currently |still )?(?:un\w+|known))|\bwe(?:['’]ve| have) (?:now |just |also )?(?:released|extended|updated|added|moved|uploaded)\b|\bwe (?:will|plan to) (?:explore|add|try|support|release|implement|extend)\b|^(?:previous|existing|traditional|conventional|many|most)\b|\bpublished (?:at|in)\b|\bbe judged by\b|\bintended only for\b|\bbetter than\b|\bcompatible with\b|\b(?:hard|difficult) to train\b|^(?:from|according to|in) the (?:paper|article|book|original)\b|^(?:the )?(?:idea|trick|intuition) (?:is|was) (?!to\b)|\bas[- ]is\b|\b(?:dependencies|prerequisites|before running)\b|\bincludes? (?:training|testing|fine-?tuning)\b|\S\.(?:md|pdf|py|sh|ipynb)\b|\b(?:implementations?|code|experiments?) (?:of|for)(?: the)?(?: following)?(?: papers?)?:$|\bauthors?\b.{0,30}:|^the majority of\b|\bcontains? (?:the |all |our )?(?:source )?(?:code|scripts|files|notebooks?|data)(?:,|, .{0,40} and) |\bcomes with (?:instructions|scripts)\b|\b(?:forked|adapted|copied) from\b|^(?:they|these|those) (?:are|were)\b|^(?:the|our|all|both|each|these) .{0,60}\b(?:is|are|was|were) (?:trained|used|evaluated|tested|tuned|split|fine-?tuned) (?:on|using|with|in|for|from)\b|^(?:it (?:also|additionally)|altogether|by using)\b|\bURL\b|\bas part of\b|taken over from|at the moment|^only |^(?:final|course|class|term) project (?:for|of|in)\b.{0,40}$|^(?:built|made|powered|once|after|based) |\b(?:(?:is|are) (?:an? |the )?(?:\w+ )?part of|can deploy|did not work|didn't work|for (?:the )?sake of|outdated|deprecated|no longer|moved to|now available|superseded)\b/i;
/** What a thing with a name does for somebody: "is", "has" and "uses" say nothing of that. */
const DOES_FOR =
  "(?:prepares?|helps|lets|enables|allows|teaches|turns|predicts|detects|classifies|forecasts|recommends|generates|translates|summari[sz]es|ranks|retrieves|answers|estimates|identifies|finds|tells|shows|automates|analy[sz]es|tracks|measures|simulates|explains|optimi[sz]es|aims|brings|gives|makes)";
const LONG_ENOUGH = 6;

const PAIN =
  /\b(?:costs? (?:[\w-]+ ){0,4}?(?:\$|\d|billions?|millions?|money|lives|customers|time|hours|sales|jobs)|costly|expensive|(?:financial|revenue|monetary|economic) loss(?:es)?|time-consuming|labou?r-intensive|error-prone|tedious|manual(?:ly)? (?:\w+ ){0,2}?(?:review|label|inspect|check|process|work(?!flow)|screen|effort|annotat|read|search|segment|count|is|are|takes|entry)\w*|inefficien(?:t|cy|cies)|dangerous|deaths?|mortality|fatal|wast(?:e|es|ed|ing) (?:of )?(?:time|money|resources|food|energy|hours|effort)|difficult(?:y|ies)?|hard(?:er)? (?:to|for|problem)|(?:is|are|remains?|be|more|very|highly) challenging|challenging (?:task|problem|to|because)|impossible|struggl\w+|lack(?:s|ing)? (?:of )?\w+|shortage|scarce|bottleneck|pain points?|prohibitive\w*|suffers? from|overwhelm\w*|too (?:slow|large|many|much|expensive|costly)|burden|(?:is|are|remains?) (?:\w+ )?(?:crucial|critical|vital|essential)(?: (?:to|for|in))?|(?:major|serious|significant|growing|increasing|big|biggest|key|common|global|leading) (?:\w+ ){0,2}?(?:problem|threat|concern|challenge|issue|cause|risk)s?|millions? of (?:people|dollars|euros|transactions|users|patients)|billions? (?:of|in|each|per|a))\b/i;
const WHO =
  "(?:customers?|patients?|doctors?|clinicians?|physicians?|radiologists?|farmers?|retailers?|banks?|compan(?:y|ies)|business(?:es)?|teams?|researchers?|practitioners?|students?|teachers?|developers?|engineers?|analysts?|hospitals?|merchants?|drivers?|investors?|traders?|governments?|beginners|data scientists?|scientists?|stakeholders?|managers?|operators?|buyers?|sellers?|homeowners?|agents?|marketers?|clients?|lawyers?|journalists?|policymakers|employees|employers|recruiters|organi[sz]ations?|institutions?|stores?|shops?|airlines?|insurers?|citizens|learners|people who|anyone|everyone|readers|non-experts|professionals?)";
const FOR_WHOM = new RegExp(
  `\\b(?:help(?:s|ing)?|enabl(?:es?|ing)|allow(?:s|ing)?|let(?:s|ting)|assist(?:s|ing)?|support(?:s|ing)?|empower(?:s|ing)?|so that|gives?|prepar(?:es|ing)|serv(?:es|ing)|aimed at|designed for|intended for|useful (?:for|to)|needed by|made for|built for|targets?|aid(?:s|ing)?) (?:[\\w-]+ ){0,3}?${WHO}\\b`,
  "i",
);
const MEASURE =
  /(?:[$€£]\s?\d|\d[\d.,]* ?(?:%|percent|million|billion|people|patients|customers|deaths|dollars|euros)(?![\w-]))|\b(?:success (?:is|means|criteri\w+|metrics?)|evaluat(?:ed|ion) (?:is |are )?(?:by|on|using|metric)|(?:evaluation|scoring|competition) metric ?(?:is|was|used|:)|scored (?:by|on)|metric (?:is|used|was))(?!\w)/i;
const METRIC_NAMED =
  /\b(?:success (?:is|means|criteri\w+|metrics?)|evaluat(?:ed|ion) (?:is |are )?(?:by|on|using|metric)|(?:evaluation|scoring|competition) metric ?(?:is|was|used|:)|scored (?:by|on)|metric (?:is|used|was))(?!\w)/i;
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
  const why = near.find(
    (hit) =>
      hit.sentence.words >= LONG_ENOUGH && sayWhy(hit.sentence) >= 0 && (!isItem(hit.sentence) || isUnder(hit, TITLE)),
  );
  const measure = near.find(
    (each) =>
      each.sentence.words >= LONG_ENOUGH &&
      saysMeasure(each.sentence.text) &&
      !REACHED.test(each.sentence.text) &&
      isUnder(each, MEASURED),
  );
  const hits = uniqueHits([
    purpose,
    why && { ...why, at: Math.max(0, sayWhy(why.sentence)) },
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
  const first = new Set(
    told
      .slice(0, FIRST_WITHIN)
      .filter(isStatement)
      .slice(0, 3)
      .map(({ sentence }) => sentence),
  );
  const subject = told[0]?.telling.sections[1]?.title ?? "";
  const named = namedIn(subject);
  const candidates = near.filter(
    (hit) =>
      isStatement(hit) &&
      (saysTask(hit.sentence.text) ||
        named.test(hit.sentence.text) ||
        (first.has(hit.sentence) && (TASK.test(subject) || DESCRIBES.test(hit.sentence.text)))),
  );
  const framed = candidates.flatMap((hit) => {
    const { text } = hit.sentence;
    const isMeant = first.has(hit.sentence) || AIM.test(text) || isUnder(hit, TITLE);
    const frame = (isMeant ? [...FRAMES, COMPETED, named] : [])
      .map((pattern) => text.search(pattern))
      .filter((at) => at >= 0);
    if (frame.length > 0) return [{ ...hit, at: taskFrom(hit.sentence, Math.min(...frame)) }];
    const opens = first.has(hit.sentence) && (hit.telling.sections.indexOf(hit.section) <= 1 || isUnder(hit, TITLE));
    if (opens && (OPENS.test(text) || IMPERATIVE.test(text))) return [{ ...hit, at: taskFrom(hit.sentence, 0) }];
    return opens && hit.sentence.label === undefined && TAGLINE.test(text) ? [hit] : [];
  });
  // a sentence that names the task itself says more than one that leaves it to the title above
  return (
    framed.find(({ sentence }) => sentence.label === undefined && saysTask(sentence.text)) ??
    framed[0] ??
    candidates.find((hit) => hit.telling === told[0]?.telling && isUnder(hit, STATED_AIM))
  );
}

/** A note that it is not kept up, or who wrote it, may stand before what it is. */
const FIRST_WITHIN = 6;

function isStatement(hit: Told): boolean {
  const { text, words } = hit.sentence;
  if (words < LONG_ENOUGH || text.endsWith("?") || GONE.test(text) || COURSEWORK.test(text)) return false;
  return !isListedLink(hit.sentence) && (!isItem(hit.sentence) || isUnder(hit, STATED_AIM));
}

function saysTask(text: string): boolean {
  return AIM.test(text) || TASK.test(text) || COMPETED.test(text);
}

/** "Bikes tells operators where to go": the name that stands above, and what it does. */
function namedIn(subject: string): RegExp {
  const name = /[\p{L}\p{N}][\p{L}\p{N}.+-]+/u.exec(subject)?.[0].replaceAll(/[.+]/g, "\\$&") ?? "";
  return new RegExp(`^(?:the )?${name === "" ? "(?!)" : name}(?: [\\w-]+){0,3}? ${DOES_FOR}\\b`, "i");
}

const SHORT_LINE = 75;

/** Where the task is named, if that is in a longer line than the words before it: of a wrapped sentence one line is shown. */
function taskFrom({ text, pieces, origin }: Sentence, from: number): number {
  if (AIM.test(text)) return from;
  const at = from + Math.max(0, text.slice(from).search(TASK));
  const lengthAt = (character: number) => {
    const piece = pieces[origin[character]?.piece ?? 0];
    return piece ? piece.to - piece.from : 0;
  };
  return lengthAt(from) < SHORT_LINE && lengthAt(at) > lengthAt(from) ? at : from;
}

/** One of a list is a part of something. */
function isItem({ pieces }: Sentence): boolean {
  return /^\s*(?:[-*+•]|\d{1,2}[.)])\s/.test(pieces[0]?.source.text ?? "");
}

function saysMeasure(text: string): boolean {
  return METRIC_NAMED.test(text) || (MEASURE.test(text) && AIMED.test(text));
}

/** Of the repository's own state, or of how training went: not of the problem that it is made for. */
const NOT_WHY =
  /\?$|^(?:if|as a result)\b|\b(?:repo(?:sitory)?|code|package|version|implementation) .{0,200}\black|important to note|please note|\bwe (?:found|achieve)|overcoming|outperform|it is essential to (?:install|have)|\b(?:hard|difficult) to (?:train|tune|converge|read|follow|install|reproduce|understand and)\b|\bgradients?\b|help(?:s|ing)? (?:the )?(?:readers?|us|me)\b/i;

function sayWhy({ text }: Sentence): number {
  if (NOT_WHY.test(text)) return -1;
  const at = text.search(PAIN);
  return at >= 0 ? at : text.search(FOR_WHOM);
}
