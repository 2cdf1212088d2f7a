import { sizeText } from "../repository/limits.ts";
import type { Evidence } from "../schema.ts";
import { evidenceIn } from "./prose/sentence.ts";
import {
  acrossFiles,
  dimension,
  evidenceOfFact,
  isOwn,
  type JudgedDimension,
  listed,
  ownFacts,
  type Reading,
  sourceLines,
} from "./reading.ts";
import { isUnder, type Told } from "./told/kinds-of-sentence.ts";

const TITLE = /\b(?:data|data ?sets?|corpus|corpora|data sources?|training data|inputs?)\b/i;
const NO_TITLE =
  /\b(?:licen[sc]e|citation|acknowledge?ments?|references?|data (?:flow|types?|structures?|management|format|pipeline|drift|versioning|quality)|install\w*|requirements)\b/i;
const DATASET =
  /\b(?:data ?sets?|corpus|corpora|training data|(?:train|test|training|raw|input|competition|historical|labell?ed) (?:data|images|files)|records|annotations|images (?:were|are|from)|the data|benchmark)\b/i;
const PROVIDER =
  /\b(?:kaggle|hugging ?face|UCI|zenodo|figshare|openml|tensorflow[_ ]datasets|tfds|torchvision|data\.gov|physionet|imagenet|(?:ms[- ]?)?coco|cifar-?\d+|mnist|librispeech|yahoo finance|yfinance|wikipedia|wikitext|openwebtext|common crawl|movielens|google drive|aws s3|github|api|sec|noaa|nasa|eurostat|world bank|reddit|twitter|imdb|yelp|amazon|driven ?data|grand[- ]challenge|carvana|camvid|pascal voc|cityscapes|squad|glue|cora|criteo)\b/i;
const COMES =
  /\b(?:from|download\w*|available (?:at|on|here|from)|collected|provided by|obtained|hosted|taken|scraped|sourced|source|based on|using the|uses? the|based upon|consists? of|comes|trained on|via|retriev\w+|dataset:|data:)(?![\w-])/i;
const SIZE =
  /(?<![\w.-])\d[\d.,]* ?(?:k|m|million|thousand|billion)?\+? (?:[\w-]+ ){0,3}?(?:images?|rows|records|samples|examples|documents|sentences|patients|reviews|tweets|articles|videos|hours|classes|observations|questions|pairs|tokens|users|transactions|songs|entries|features|columns|cases|customers|houses|listings|properties|passengers|loans|points|nodes|edges|movies|ratings|time series|stores|products|papers|reports|filings|annotations|instances)\b/i;
const PARTS = /\b(?:train(?:ing)?|validation|val|dev|test(?:ing)?|hold-?out|held-?out)\b/gi;
const SPLIT = /\b(?:split|sets?|folds?|\d+ ?%|\d+\/\d+|ratio)(?![\w-])/i;
const FOLDS =
  /\b(?:\d+[- ]folds?|k-?fold|stratified|group ?k-?fold|cross-?validation|leave-one-out|time[- ](?:based|series) split|walk-?forward|out-of-time)\b/i;
const TERMS =
  /\blicen[sc]ed?\b|\bCC[- ]BY|\bCC0|public domain|terms of (?:use|service)|consent|anonymi[sz]ed|de-identified|non-?commercial/i;
const NAMED_LOAD =
  /\b(?:load_dataset\(\s*["'f]|fetch_(?:openml|california_housing|20newsgroups\w*|covtype|olivetti_faces|lfw_\w+)\(|load_(?:iris|digits|wine|breast_cancer|diabetes)\(|tfds\.load\(|(?:torchvision\.)?datasets\.(?:MNIST|FashionMNIST|CIFAR\w+|ImageNet|ImageFolder|Coco\w+|VOC\w+|SVHN|Omniglot|CelebA|LSUN)\(|datasets\.\w+\.load_data\(|kagglehub\.|Planetoid\(|yf\.download\(|download_and_extract|openml\.datasets|ucimlrepo|fetch_ucirepo)/;
const READS =
  /\b(?:read_(?:csv|parquet|json|excel|feather|table|sql\w*|pickle)\(|loadmat\(|np\.load\(|genfromtxt\(|ImageFolder\(|load_from_disk\(|flow_from_directory\(|image_dataset_from_directory\(|spark\.read)/;
const SPLITS_IN_CODE = [
  "split-with-strata",
  "random-split",
  "split-without-strata",
  "split-in-order",
  "torch-split",
  "cross-validation",
  "folds-without-strata",
  "time-split-at-random",
] as const;
const DATA_FILE =
  /\.(?:csv|tsv|parquet|feather|npy|npz|pkl|pickle|h5|hdf5|zip|gz|7z|rar|tar|pt|pth|ckpt|bin|joblib|onnx|safetensors|mat|db|sqlite|jsonl|json|xlsx?|arrow|wav|mp4)$/i;
const BULK_BYTES = 50_000_000;

/** Where the data comes from, how much there is, how it is split, and under which terms. */
export function readData(reading: Reading): JudgedDimension {
  const told = toldOfData(reading);
  const own = reading.sources.filter(({ path }) => isOwn(path));
  const named = sourceLines(own, NAMED_LOAD, 2);
  const reads = sourceLines(own, READS, 2);
  const source = lineOf(
    told,
    ({ sentence: { text, pieces }, section }) =>
      (DATASET.test(text) || TITLE.test(section.title)) &&
      COMES.test(text) &&
      (PROVIDER.test(text) || pieces.some(({ source: line }) => /https?:\/\/|\]\(/.test(line.text))),
  );
  const size = lineOf(
    told,
    ({ sentence: { text }, section }) => SIZE.test(text) && (DATASET.test(text) || TITLE.test(section.title)),
    SIZE,
  );
  const split = lineOf(told, ({ sentence: { text } }) => saysSplit(text));
  const inCode = acrossFiles(ownFacts(reading, ...SPLITS_IN_CODE), 1).map(evidenceOfFact);
  const terms = lineOf(told, ({ sentence: { text } }) => DATASET.test(text) && TERMS.test(text), TERMS);
  const bulk = bulkOf(reading);
  if (told.length === 0 && named.length === 0 && reads.length === 0)
    return dimension("data", { score: null, said: "No data set is named, and no code was seen that loads one." });
  const missing = [
    ...(source || named.length > 0 ? [] : ["where the data comes from"]),
    ...(size ? [] : ["how much there is"]),
    ...(split || inCode[0] ? [] : ["how it is split"]),
    ...(terms ? [] : ["under which terms it may be used"]),
  ];
  const score =
    (source ? 0.4 : named.length > 0 ? 0.3 : 0) +
    (size ? 0.2 : 0) +
    (split ? 0.2 : inCode.length > 0 ? 0.15 : 0) +
    (terms ? 0.2 : 0);
  return dimension("data", {
    score: score - (bulk ? 0.2 : 0),
    said: `${saidOf({ source: source ?? named[0], size, split, inCode: inCode[0], terms }, missing)}${bulk ? ` ${bulk}` : ""}`,
    evidence: [
      source,
      ...named.slice(0, source ? 1 : 2),
      size,
      split,
      ...(split ? [] : inCode),
      terms,
      ...(source || named.length > 0 ? [] : reads),
    ],
    mend: missing.length > 0 || bulk ? mendOf(missing, bulk, reads[0]) : undefined,
    ...(source ? {} : { mendAt: reads }),
  });
}

function toldOfData({ readme, beside }: Reading): Told[] {
  return [...(readme ? [readme] : []), ...beside].flatMap((telling) =>
    telling.sections
      .filter(({ titles }) => !titles.some((title) => NO_TITLE.test(title)))
      .flatMap((section) => section.sentences.map((sentence) => ({ telling, section, sentence })))
      .filter((each) => DATASET.test(each.sentence.text) || isUnder(each, TITLE)),
  );
}

function lineOf(told: readonly Told[], says: (each: Told) => boolean, at = /^/): Evidence | undefined {
  const found = told.find((each) => each.sentence.words >= 4 && says(each));
  return found && evidenceIn(found.telling.path, found.sentence, Math.max(0, found.sentence.text.search(at)));
}

function saysSplit(text: string): boolean {
  const parts = new Set((text.match(PARTS) ?? []).map((part) => part.toLowerCase().slice(0, 3)));
  return (parts.size >= 2 && SPLIT.test(text)) || FOLDS.test(text);
}

type Parts = Record<"source" | "size" | "split" | "inCode" | "terms", Evidence | undefined>;

function saidOf({ source, size, split, inCode, terms }: Parts, missing: readonly string[]): string {
  const found = [
    ...(source ? ["where the data comes from"] : []),
    ...(size ? ["how much there is"] : []),
    ...(split ? ["how it is split"] : inCode ? ["by its code how it is split"] : []),
    ...(terms ? ["under which terms"] : []),
  ];
  if (found.length === 0) return `Data is loaded or spoken of, and nothing says ${listed(missing)}.`;
  return missing.length === 0
    ? "Source, size, split and terms of the data are told."
    : `It says ${listed(found)}; not ${listed(missing)}.`;
}

function mendOf(missing: readonly string[], bulk: string | undefined, read: Evidence | undefined): string {
  if (bulk) return `Take the data out of the repository and fetch it by a script that checks a checksum: ${bulk}`;
  const about = read ? ` of what \`${read.file}:${read.line}\` loads` : "";
  return `Say in a section "Data" of the README${about} ${listed(missing)}.`;
}

/** What lies in the repository though it belongs beside it. */
function bulkOf({ files }: Reading): string | undefined {
  const data = files.filter(({ path }) => DATA_FILE.test(path)).sort((a, b) => b.bytes - a.bytes);
  const [largest] = data;
  const bytes = data.reduce((sum, file) => sum + file.bytes, 0);
  if (!largest || bytes < BULK_BYTES) return undefined;
  return `${sizeText(bytes)} of data and models lie in the repository itself, the largest ${largest.path} (${sizeText(largest.bytes)}).`;
}
