import type { Sentence } from "../prose/sentence.ts";
import { dimension, type JudgedDimension } from "../reading.ts";
import { evidenceOf, type Hit, hitsOf, uniqueHits, whereOf } from "./hits.ts";
import { isListedLink, isUnder, type Told } from "./kinds-of-sentence.ts";

const TITLE =
  /\b(?:approach(?:es)?|method(?:s|ology)?|(?:model|network|system|solution|neural|pipeline|training|technical)? ?architecture|models?|model+ing|how (?:it|this|the \w+) works?|how does (?:it|this) work|pipeline|solution|design|training(?: procedure| details)?|techniques?|algorithms?|implementation(?: details)?|feature (?:engineering|selection|extraction)|pre-?processing|data (?:preparation|cleaning|augmentation)|augmentations?|workflow|validation|ensembl\w+|post-?processing|losses|loss function|retrieval|chunking|backbone|encoders?|optimi[sz]ation|strategy)\b/i;
/** Methods that have a name. */
const TECHNIQUE =
  /\b(?:encoders?|decoders?|transformers?|attention|convolution\w*|CNNs?|RNNs?|LSTMs?|GRUs?|BERT\w*|RoBERTa|DeBERTa|GPT-?\d?\w*|T5|LLa?MA\w*|Mistral|Qwen|Gemini|Claude|ViT|Swin|ResN\w+|EfficientNet\w*|DenseNet\w*|MobileNet\w*|Inception\w*|VGG\d*|U-?Net\w*|YOLO\w*|Mask R-CNN|GANs?|VAEs?|auto-?encoders?|XGBoost|LightGBM|LGBM|CatBoost|random forests?|(?:linear|logistic|ridge|lasso|polynomial) regression|gradient boost\w*|decision trees?|SVMs?|support vector|SVC|SVR|GBMs?|GBDTs?|DNNs?|R-CNN|RetinaNet|Whisper|HuBERT|wav2vec\S*|CLIP|DINO\w*|word2vec|GloVe|fastText|ELMo|matrix factori[sz]ation|factori[sz]ation machines?|collaborative filtering|tree search|MCTS|contrastive|self-supervised|semi-supervised|adversarial\w*|genetic algorithms?|beam search|HMMs?|CRFs?|GMMs?|LDA|k-?means|DBSCAN|k-?NN|nearest neighbou?rs?|naive bayes|MLPs?|vector (?:store|database|search|index)|FAISS|Chroma\w*|BM25|TF-?IDF|rerank\w*|RAG|LoRA|QLoRA|transfer learning|distill\w+|quanti[sz]\w+|PPO|DQN|Q-learning|ensembl\w+|stacking|blend\w*|bagging|boosting|cross-?validation|k-?fold|stratif\w+|SMOTE|over-?sampl\w+|under-?sampl\w+|class weights?|augment\w+|standardi[sz]\w+|tokeni[sz]\w+|featuri?[sz]?\w*|PCA|t-?SNE|UMAP|cross-entropy|focal|dice|Adam\w*|SGD|dropout|batch norm\w*|early stopping|grid search|Optuna|Bayesian|ARIMA|Prophet|Kalman|Monte Carlo|graph (?:neural|convolution\w*)|GNNs?|GCNs?|spectrograms?|MFCCs?|wavelets?|backbone|OCR)\b/i;
const TECHNIQUES = new RegExp(TECHNIQUE.source, "gi");
/** What every project has: says something of the approach where the sentence tells what was done with it. */
const PART =
  /\b(?:deep learning|machine learning|neural net\w*|retriev\w+|prompt\w*|features?|loss(?:es)?|segmentation|classifiers?|heads?|layers?|agents?|pipelines?|models?|sampling|threshold\w*|labels?|splits?|training set|policy|normali[sz]\w+|one-hot|pre-?train\w+|regression|diffusion|learning rate|scheduler|hyper-?parameters?|reinforcement|folds?|fine-?tun\w+|chunk\w*|embeddings?)\b/i;
const PLANNED =
  /\b(?:future|roadmap|next steps?|to-?dos?|planned|what(?:'s| is) next|(?:further|possible|potential) \w+|ideas|improvements?|enhancements?)\b/i;
/** What goes in and what comes out of a step, as its manual says it. */
const MANUAL = /^(?:in|out)puts?$|^(?:args|arguments|returns?|parameters?|usage|notes?|purpose)$/i;
/** Words that say a sentence is of something else than what was done. */
const NOT_DONE: readonly RegExp[] = [
  // of what could be, or to the reader
  /\b(?:(?:can|has to|have to|needs? to|must|cannot) (?:\w+ )?be \w+|could|might|you|your|should|would|will|any|users? (?:can|should)|we (?:will|can|may)|please|let[’']s|assume|readers?|don['’]t|note that|important to|add more|aims? to|opportunity to|methods to|easy to|out of the box)\b/i,
  /^(?:ordinary|traditional|conventional|typical|existing|most|common|commonly|classical|some|challenge|lesson|provide|support|below|here|if|when|note|warning|however|for(?! .{0,60}\b(?:we|I) )|don['’]t|in order to|indeed|because the repository)\b/i,
  /^(?:it|this (?:document|card|file|report|page)) (?:covers|describes|summari[sz]es|documents|explains)\b|^(?:an? |the )?(?:[\w-]+ ){0,2}?(?:implementation|set|collection|list|suite|variety) of\b|\b(?:implemented|described|available) (?:externally|elsewhere)\b|\bgracefully\b|\bfalls? back\b|\brun-? ?time\b|\bwhen \S+ (?:=|is) (?:true|false|set|enabled)\b/i,
  // of others, or of another part of the text
  /\b(?:(?:this|the|their) paper|proposes? (?:to|a)|renowned|compares? favou?rably|the following|illustrat\w+|chapters?|tutorials?|in this (?:section|chapter|notebook|tutorial|guide)|(?:command|script|example|table|figure)s? (?:that|below|above|shows?|is used to)|examples?[/ ]|all combined|we (?:achieve|obtain|find|found|start|begin|now))(?!\w)/i,
  // of what there is to run, to download and to look at
  /\b(?:scripts?|to reproduce|evaluate our|been used|runs? for|hours?|RTX|A100|V100|GPUs?|located in|functionality|front-?end|back-?end|UI|caches?|cached|reusable|librar(?:y|ies)|documentation|tracking|registry|deploy\w*|dashboard|docker|API|software engineering|allows?|enables?|lets|are? supported|we (?:provide|offer|support|release|recommend|encourage|show)|(?:provides?|includes?|contains?|supports?|offers?|features) (?:\w+ )?(?:a (?:collection|set|suite|range|variety)|several|many|multiple|various|support))\b|\.(?:sh|py)\b/i,
];
const DONE =
  /\b(?:we|I)(?:'ve| have| also| then| first(?:ly)?| finally| simply| just| only| mainly| therefore| instead| again)* (?:use[ds]?|train(?:ed)?|fine-?tuned?|built|build|propose[sd]?|combined?|appl(?:y|ied)|modell?ed|implement(?:ed)?|extract(?:ed)?|fit(?:ted)?|stack(?:ed)?|ensembled?|chose|choose|select(?:ed)?|tried|tested|experimented|replaced?|add(?:ed)?|introduced?|employ(?:ed)?|adopt(?:ed)?|develop(?:ed)?|design(?:ed)?|pre-?train(?:ed)?|augment(?:ed)?|normali[sz]ed?|encode[sd]?|generated?|split|compared?|optimi[sz]ed?|tuned?|average[sd]?|weighted?|removed?|dropp?(?:ed)?|cleaned?|constructed?|evaluated?|utili[sz]ed?|leveraged?|merged?|engineered|calculated?|computed?|created?|started?|made|decided|resized?|feed|fed|converted?|perform(?:ed)?)\b/i;
const PASSIVE =
  /\b(?:is|are|was|were|be|been|being|gets?) (?:\w+ly |then |first |also |all )?(?:trained|fine-?tuned|pre-?trained|built|implemented|based on|computed|split|extracted|encoded|fed|passed|combined|used|applied|generated|initiali[sz]ed|optimi[sz]ed|normali[sz]ed|augmented|averaged|ensembled|stacked|model+ed|chosen|selected|embedded|chunked|retrieved|indexed|divided|tokeni[sz]ed|resized|cropped|masked|clipped|weighted|composed of|made of|frozen|replaced)\b/i;
const ACTIVE =
  /\b(?:uses|using|utili[sz]es?|combines?|employs?|leverages?|relies on|consists? of|based on|built (?:on|with|around)|trained (?:on|with|using|from)|applies|fine-?tunes|ensembles|stacks|implements|fine-?tuned (?:on|with|from)|followed by|initiali[sz]ed (?:with|from)|powered by)\b/i;
/** What a step does, said of it in the present: counts where the section is about the approach. */
const STEP =
  /\b(?:stores?|provides?|plans?|retrieves?|executes?|extracts?|computes?|splits?|encodes?|predicts?|generates?|produces?|ranks|feeds?|merges?|selects?|filters?|converts?|learns?|outputs?|takes|maps?|fuses?|preserves?|classif(?:y|ies)|detects?|embeds?|reads|divides?|compares?|identif(?:y|ies)|reduces?|transforms?|aggregates?|concatenates?|adds?|runs|estimates|performs?|trains?|handles?|tunes?|optimi[sz]es?|includes?)\b/i;
/** "Our model uses …", "it predicts … with …": of the project, wherever it stands. */
const OWN =
  /^(?:(?:this|the|our|my|each|both) (?:[\w-]+ ){0,3}?(?:projects?|systems?|models?|solutions?|pipelines?|networks?|app(?:lication)?s?|approach(?:es)?|methods?|classifiers?|agents?|architectures?|frameworks?|baselines?|ensembles?|submissions?|encoders?|decoders?|backbones?|platform|chatbot|bot|work|study)\b)/i;
const IT = /^(?:it|built (?:on|with|around)|based on|trained (?:on|with)|powered by)\b/i;
const OPENING_SECTIONS = 6;
/** What a sentence of purpose adds where it says with what: "… using a CNN on spectrograms". */
const WITH_METHOD = new RegExp(
  `\\b(?:using|uses|built (?:on|with|around)|based on|powered by|applying|trained (?:on|with)|employ(?:s|ing)|leverag(?:es|ing)|combin(?:es|ing))\\b.{0,60}?${TECHNIQUE.source}`,
  "i",
);
const IS_TO = /\b(?:approach|idea|method|solution|strategy|trick) (?:is|was) (?:to|an?) /i;
/** With these the parts that every project has are enough: "we trained a network". */
const MADE =
  /\b(?:we|I)(?:'ve| have| also| then| first| finally)* (?:trained?|fine-?tuned?|ensembled?|stacked|built|constructed|engineered|extracted?)\b.{0,80}\b(?:models?|networks?|classifiers?|regressors?|features?|agents?|embeddings?|ensembles?)\b/i;
const CHOICE =
  /\b(?:because|instead of|rather than|as opposed to|in contrast to|unlike|(?:we|I) (?:chose|choose|opted|prefer(?:red)?|decided)|(?:is|are|was|were) chosen|trade-?offs?|due to|since (?:it|the|this|we|they|our|most|there|I)|the reason|in favou?r of|outperform(?:s|ed)?|work(?:s|ed)? (?:much |far )?(?:better|best|well)|better than|alternatives? (?:to|is|was|were)|ablations?|to (?:avoid|prevent|mitigate|overcome|preserve|compensate|counter|deal with|account for|tackle) )/i;
const LONG_ENOUGH = 6;
const MOST_SHOWN = 3;

/** How it is solved, and why this way rather than another. */
export function readApproach(
  told: readonly Told[],
  purpose: Sentence | undefined,
): { dimension: JudgedDimension; hits: Hit[] } {
  const methods = methodsIn(told, purpose);
  const named = methods.filter((each) => isUnder(each, TITLE));
  const choice = hitsOf([...named, ...methods], CHOICE)[0];
  const hits = uniqueHits([choice, ...named.slice(0, MOST_SHOWN), ...methods.slice(0, MOST_SHOWN)]).slice(
    0,
    MOST_SHOWN + 1,
  );
  const several = methods.length >= 3;
  const score = methods.length === 0 ? 0 : (several ? 0.65 : 0.4) + (choice ? 0.35 : 0);
  const where = whereOf(hits);
  const said =
    methods.length === 0
      ? "The README does not say how the problem is solved."
      : choice
        ? several
          ? `${where} says what was done, and for at least one choice why.`
          : `${where} gives a reason for one choice, and says little else of what was done.`
        : several
          ? `${where} says what was done, not why this way rather than another.`
          : `${where} says in one sentence what was done, not why this way rather than another.`;
  const first = named[0] ?? methods[0];
  const mend =
    first === undefined
      ? "Add a section on the approach: data in, model, training, decision out, and why this model rather than the simplest one."
      : choice
        ? "Say of each step what goes in, what comes out, and what you tried before it."
        : `Say beside "${shortened(first.sentence.text)}" what you tried first, and on what evidence you chose this instead.`;
  return { hits, dimension: dimension("approach", { score, said, evidence: evidenceOf(hits), mend }) };
}

/** The sentence that says what it is for counts where no other tells how. */
function methodsIn(told: readonly Told[], purpose: Sentence | undefined): Hit[] {
  const methods = told.flatMap((each) => {
    const at = methodAt(each);
    return at < 0 ? [] : [{ ...each, at }];
  });
  const others = methods.filter(({ sentence }) => sentence !== purpose || DONE.test(sentence.text));
  if (others.length > 0) return others;
  const stated = told.find(({ sentence }) => sentence === purpose);
  const match = stated && WITH_METHOD.exec(stated.sentence.text);
  return match ? [{ ...stated, at: match.index + match[0].length - 1 }] : methods;
}

/** Where a sentence tells what was done: with a method that has a name, or under a title that promises one. */
function methodAt(each: Told): number {
  const { text, words, label } = each.sentence;
  if (words < LONG_ENOUGH || /[?:]$/.test(text) || NOT_DONE.some((said) => said.test(text))) return -1;
  if (isListedLink(each.sentence) || isUnder(each, PLANNED) || MANUAL.test(label ?? "")) return -1;
  const methods = [...text.matchAll(TECHNIQUES)].map(({ index }) => index);
  const at = tellsAt(each, methods.length > 0);
  if (at < 0) return at;
  // of a wrapped sentence the line is shown that names a method
  const lineOf = (character: number) => each.sentence.origin[character]?.piece;
  return methods.some((method) => lineOf(method) === lineOf(at)) ? at : (methods[0] ?? at);
}

function tellsAt(each: Told, named: boolean): number {
  const { text } = each.sentence;
  const under = isUnder(each, TITLE);
  const done = text.search(DONE);
  if (done >= 0 && (named || MADE.test(text) || (under && PART.test(text)))) return done;
  if (!under && named) return firstOf(text, [PASSIVE, IS_TO, ...(isOwn(each) ? [ACTIVE] : [])]);
  if (!under || !(named || (PART.test(text) && PASSIVE.test(text)))) return -1;
  return firstOf(text, [PASSIVE, IS_TO, ACTIVE, STEP]);
}

/** Further down "it" is as often something else. */
function isOwn({ telling, section, sentence }: Told): boolean {
  return OWN.test(sentence.text) || (IT.test(sentence.text) && telling.sections.indexOf(section) < OPENING_SECTIONS);
}

/** Where the first of the patterns that a text has stands in it. */
function firstOf(text: string, patterns: readonly RegExp[]): number {
  return patterns.map((says) => text.search(says)).find((at) => at >= 0) ?? -1;
}

function shortened(text: string): string {
  return text.length <= 70 ? text.replace(/[.!]$/, "") : `${text.slice(0, 67).replace(/\s+\S*$/, "")} …`;
}
