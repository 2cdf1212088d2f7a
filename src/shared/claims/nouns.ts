/** What a figure can count, and what it only sets, numbers or names. */

const PEOPLE =
  "people|persons?|engineers?|developers?|devs|programmers?|analysts?|scientists?|researchers?|interns?|students?|colleagues|co-?workers|teammates?|annotators?|labell?ers?|managers?|designers?|juniors?|mentees?|(?:direct )?reports|contributors?|maintainers?|stakeholders?|FTEs?|employees|staff|reviewers?|moderators?|participants?|attendees|doctors|clinicians|radiologists?|nurses|volunteers|operators|contractors|authors?|co-authors|speakers|drivers|experts?|teachers?|hires|members?|specialists?|consultants?|PhDs?|postdocs?|graduates|man team";
const USERS =
  "users?|customers?|subscribers?|visitors?|clients?|players?|riders?|patients?|shoppers?|buyers?|sellers?|merchants?|viewers?|listeners?|households|accounts|listings|MAUs?|DAUs?|followers|citizens|residents|pupils|learners|readers|borrowers|policyholders|owners|companies|businesses|hospitals|schools|stores|shops|retailers|banks";
const THINGS =
  "rows|records|samples|examples|images|photos|documents|docs|observations|data ?points|sentences|utterances|annotations|labels|transactions|payments|orders|events|reviews|tweets|posts|comments|articles|pages|videos|clips|pairs|logs|interactions|sessions|messages|emails|calls|requests|queries|predictions|inferences|tokens|words|param(?:eter)?s|features|columns|tables|variables|models|classifiers|datasets|data sets|papers|publications|patents|citations|stars|forks|downloads|installs|commits|PRs|pull requests|issues|bugs|tests|test cases|experiments|A\\/B tests|services|microservices|endpoints|APIs|pipelines|DAGs|jobs|dashboards|reports|teams|squads|countries|languages|markets|regions|cities|sites|factories|plants|machines|servers|nodes|instances|clusters|GPUs?|TPUs?|CPUs|cores|[AHV]100s?|T4s?|L4s|devices|sensors|cameras|vehicles|trucks|drones|robots|turbines|meters|products|items|SKUs|categories|classes|intents|entities|topics|tickets|incidents|alerts|cases|claims|scans|slides|X-rays|notebooks|scripts|lines|LOC|repos|repositories|packages|libraries|releases|deployments|projects|products|talks|workshops|courses|lectures|interviews|submissions|competitors|entrants|false (?:alarms|positives|negatives)|errors|mistakes|complaints|brokers|failures|crashes|slides|simulations|trees|genes|proteins|molecules|compounds|stations|flights|trips|rides|deliveries|shipments|parcels|warehouses|suppliers|contracts|invoices|departments|partners|offices|publishers|songs|tracks|books|recipes|movies|films|games|apps|frames|visits|clicks|impressions|searches|signals|rules|templates|prompts|agents|rollbacks|outages";
// Settings, parts of a text, ways of speaking: no interviewer asks whether they are true.
const NOT_COUNTED =
  "epochs?|characters?|layers?|heads?|folds?|steps?|iterations?|neurons?|units|bits?|bytes?|dims?|dimensions?|dimensional|d|D|seeds?|estimators?|neighbou?rs?|channels?|degrees?|ways?|things?|reasons?|parts?|sections?|chapters?|phases?|stages?|times|options?|points? (?:of|to)|lessons?|questions?|answers?|challenges?|sides?|levels?|axes|px|pixels?|kernels?|filters?|strides?|hidden|bins?|clusters? \\(|decimals?|digits?|px|mm|cm|km|kg|bullet points?|sprints?|semesters?|credits?|hops?|shots?|shot|gram|grams|stars? (?:out|rating)|nearest|rounds?|labelled by";

export const PEOPLE_NOUN = new RegExp(`^(?:${PEOPLE})$`, "iu");

const KNOWN = `${PEOPLE}|${USERS}|${THINGS}`;
const BREAKS =
  "(?:and|or|of|to|in|on|for|at|from|by|the|a|an|with|per|than|as|is|was|were|are|that|which|who|vs|versus|while|when|but|via|using|through|under|over|after|before|between|into|across|we|I|it|my|our)";
const COUNTED = new RegExp(
  `^\\+?(?:-|\\s+(?:of (?:our|the|their|its|these|those|all) )?(?:(?!${BREAKS}\\b)[\\p{L}][\\p{L}\\p{N}/'’-]*[ -]){0,3}?)(${KNOWN})(?![\\p{L}\\p{N}])`,
  "iu",
);
const SETTING_NEXT = new RegExp(`^[\\s-](?:${NOT_COUNTED})(?![\\p{L}\\p{N}])`, "iu");
const PLURAL = new RegExp(
  `^\\+?\\s+((?:(?!${BREAKS}\\b)[\\p{L}][\\p{L}\\p{N}'-]*\\s){0,2}?)(?!${BREAKS}\\b)(\\p{Ll}{3,}(?<!s|u|i)s)(?![\\p{L}\\p{N}])`,
  "u",
);

/** Whether what stands behind a number makes it a setting: "200 epochs". */
export function setsBehind(rest: string): boolean {
  return SETTING_NEXT.test(rest);
}

export type CountedNoun = { noun: string; known: boolean };

/** The noun that a figure counts, from the text behind the figure. */
export function countedNoun(rest: string): CountedNoun | undefined {
  if (setsBehind(rest)) return undefined;
  const known = COUNTED.exec(rest);
  if (known?.[1]) return { noun: known[1].toLowerCase(), known: true };
  const plural = PLURAL.exec(rest);
  if (plural?.[2] && !NEVER_COUNTED.test(plural[2])) return { noun: plural[2], known: false };
  return undefined;
}

const NEVER_COUNTED =
  /^(?:yields|gives|shows|was|has|does|results|means|uses|makes|takes|needs|runs|works|gets|years|months|weeks|days|hours|minutes|seconds|dollars|euros|pounds|epochs|layers|heads|channels|characters|filters|neurons|pixels|folds|steps|iterations|seeds|bits|dims|dimensions|degrees|ways|things|reasons|parts|sections|phases|stages|levels|times|points|options|questions|lessons|trains|beats|outperforms|reaches|scores|others|always|perhaps|towards|besides|sometimes|towers|requires|contains|includes|supports|provides|adds|gets|comes|goes|takes|holds|helps|lets|sets|fits|covers)$/u;
