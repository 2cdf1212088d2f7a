import type { Sentence } from "../prose/sentence.ts";
import type { Section, Telling } from "../prose/telling.ts";

/** Sections that say how to get, run, cite or change it, not what it is. */
const ASIDE =
  /^(?:[\W\d]*)(?:run|train|test|eval(?:uate)?|predict|inference|generate|preprocess)(?: (?:the |your )?(?:model|training|data|inference|evaluation|script)s?)?$|\b(?:install\w*|set-?up|setting up|getting started|get started|usage|how to (?!interpret)\w+|running|quick[ -]?start|tl;?dr commands|licen[sc]e|licensing|citations?|citing|cite|bibtex|acknowledge?ments?|thanks|credits?|contribut\w+|contact|authors?|maintainers?|team|table of contents|contents?|toc|prerequisites?|requirements?|dependenc\w+|(?:project|repo\w*|folder|director\w+|files?|code|package) (?:structure|layout|organi[sz]ation|tree|overview)|directory|changelog|change log|release notes|releases?|what'?s new|news|updates?|history|badges|sponsors?|support(?: us)?|faq|troubleshooting|community|star history|references?|bibliography|further reading|resources|links|related (?:work|projects|repos\w*)|see also|download\w*|deploy\w*|docker\w*|environment(?: variables)?|hardware|commands?|cli|api(?: reference| endpoints?)?|endpoints?|configuration|development|testing|tests|screenshots?|demo|examples?|tutorials?|navigation|disclaimer|security|documentation|docs|scripts?|model zoo|checkpoints|pre-?trained (?:models?|weights)|weights|tech(?:nology)? stack|technologies|built with|tools(?: used)?)\b/i;
/** What is a part of the telling though a word in its title sounds like an aside. */
const TELLS =
  /\b(?:problem|motivation|overview|approach|method\w*|solution|results?|performance|evaluation|benchmarks?|findings|limitations?|lessons?|learn\w*|conclusions?|insights?|why|about|introduction|background|goals?|objectives?|future|roadmap|features? engineering|model(?:l?ing)? (?:development|architecture|requirements?)|experiments?)\b/i;

/** An abstract is the author's own where there is one; where there are several, each is somebody else's. */
const OTHERS = /^abstract:?$/i;

function isAside({ sections }: Telling, section: Section, abstracts: number): boolean {
  const { title, titles } = section;
  const at = sections.indexOf(section);
  // the name of the whole may hold any word: "News Classifier"
  if (at === 1 && titles.length === 1 && (sections[2]?.titles.length ?? 0) > 1) return false;
  if (OTHERS.test(title) && abstracts > 1) return true;
  if (TELLS.test(title)) return false;
  return titles.some((each, at) => (at > 0 || titles.length === 1) && ASIDE.test(each) && !TELLS.test(each));
}

const INSTRUCTION =
  /^(?:\d+[.)]\s*)?(?:please|ignore|disregard|forget|score|rate|give|treat|run|install|clone|download|use|see|check|click|open|make sure|ensure|note that you|you['’](?:ll|re)\b|you (?:can|may|should|need|must|will|have)|to (?:run|train|install|use|reproduce|get|start|build|evaluate|test|download|launch|do this|generate|view|set|enable|configure|begin|execute|try)\b|if you|for (?:more|further|details|example)|execute|create a|go to|navigate|visit|refer|follow|copy|set (?:up|the)|add (?:your|the)|replace|unzip|extract the|place|put|start the|launch|activate|edit|modify|change|then run|first,? (?:install|run|download)|feel free|let us|contributions|pull requests|join|star|click|read (?:the|more)|try|wait|upload|select|choose|type|enter|press|copy|this (?:will|script|command|file|directory|folder) |you |learn |version control|discover |get |make |configure |customi[sz]e |explore |build |choose |pick |save |load )\b/i;
const COMMANDED =
  /\b(?:pip install|git clone|docker (?:run|build|compose)|conda (?:create|install)|python3? [\w/.-]+\.py|npm (?:install|run))\b|(?<!\w)--[a-z]|^(?:reduce|increase|decrease|lower|raise|adjust) \w+_\w/i;

/** Whether a sentence tells the reader what to do rather than what was done. */
function isInstruction({ text, label }: Sentence): boolean {
  const said = label === undefined ? text : text.slice(label.length).replace(/^[\s:–—-]+/, "");
  return INSTRUCTION.test(said) || COMMANDED.test(text);
}

export type Told = { telling: Telling; section: Section; sentence: Sentence };

/** The sentences that speak of the project itself, in their order. */
export function ownSentences(telling: Telling): Told[] {
  const abstracts = telling.sections.filter(({ title }) => OTHERS.test(title)).length;
  return telling.sections
    .filter((section) => !isAside(telling, section, abstracts))
    .flatMap((section) =>
      section.sentences.flatMap((sentence) => (isInstruction(sentence) ? [] : [{ telling, section, sentence }])),
    );
}

/** An item that begins with a link names something that stands elsewhere. */
export function isListedLink({ pieces }: Sentence): boolean {
  return /^\s*(?:[-*+•]|\d{1,2}[.)])\s+(?:\*\*)?\[/.test(pieces[0]?.source.text ?? "");
}

/** Whether the section, or the label before the sentence, is about it. */
export function isUnder({ section, sentence }: Told, title: RegExp): boolean {
  if (sentence.label !== undefined && title.test(sentence.label)) return true;
  return section.titles.some((each, at) => (at > 0 || section.titles.length === 1) && title.test(each));
}
