import { sizeText } from "../repository/limits.ts";
import type { Evidence } from "../schema.ts";
import { dimension, type JudgedDimension, lineMatching, pathsMatching, type Reading, sourceLines } from "./reading.ts";
import { evidenceOf, sectionsAbout } from "./readme.ts";

const SOURCE =
  /https?:\/\/\S+|kaggle|hugging ?face|UCI|zenodo|figshare|openml|tensorflow datasets|torchvision|data\.gov|physionet|imagenet|coco|\bdownload/i;
const DATASET =
  /\b(?:data ?sets?|corpus|corpora|benchmark data|training data|records|annotations|labell?ed (?:data|images|examples)|images were|samples)\b/i;
const SIZE =
  /\b\d[\d.,]*\s?(?:k|m|million|thousand|GB|MB|TB)?\+?\s+(?:\w+\s+){0,2}(?:images|rows|records|samples|examples|documents|sentences|patients|reviews|tweets|articles|videos|hours|classes|observations|questions|pairs|tokens|users|transactions|files|songs|entries)\b/i;
const SPLIT =
  /\b(?:train(?:ing)?|validation|test|held?-?out)\b.{0,60}\b(?:split|set|fold|\d+ ?%)|\bsplits?\b|cross-validation/i;
const TERMS = /\blicen[sc]e|CC[- ]BY|public domain|terms of use|consent|anonymi[sz]ed|privacy\b/i;
const LOADS =
  /\b(?:load_dataset|read_csv|read_parquet|read_json|fetch_\w+|load_(?:iris|digits|wine|breast_cancer|diabetes)|tfds\.load|ImageFolder|download_and_extract|kagglehub|datasets\.\w+\()\b/;
const BULK_BYTES = 50_000_000;

/** Where the data comes from, how much there is, how it is split, and under which terms. */
export function readData(reading: Reading): JudgedDimension {
  const { readme, sources, files } = reading;
  const section = readme ? sectionsAbout(readme, /data|corpus/i).flatMap(({ prose }) => prose) : [];
  const prose = readme
    ? [...section, ...readme.sections.flatMap(({ prose }) => prose).filter(({ text }) => DATASET.test(text))]
    : [];
  const line = (test: (raw: string, text: string) => boolean): Evidence | undefined => {
    const found = prose.find(({ raw, text }) => test(raw, text));
    return found && readme && evidenceOf(readme.path, found);
  };
  const source =
    line((raw, text) => SOURCE.test(raw) && DATASET.test(text)) ??
    line((raw) => section.length > 0 && SOURCE.test(raw));
  const size = line((_, text) => SIZE.test(text));
  const split = line((_, text) => SPLIT.test(text));
  const terms = line((_, text) => TERMS.test(text));
  const loads = sourceLines(sources, LOADS, 2);
  const bulk = files
    .filter(({ bytes, path }) => bytes > BULK_BYTES && !path.endsWith(".ipynb"))
    .sort((a, b) => b.bytes - a.bytes)[0];
  if (loads.length === 0 && prose.length === 0)
    return dimension("data", {
      score: sources.length > 0 ? 0.2 : null,
      said: "Nothing says which data it was made with.",
      mend: "Say in the README which data this is, where it comes from, how much there is, how it is split, and under which licence.",
    });
  const score =
    (source ? 0.4 : loads.length > 0 ? 0.2 : 0) +
    (size ? 0.2 : 0) +
    (split ? 0.2 : 0) +
    (terms ? 0.2 : 0) -
    (bulk ? 0.2 : 0);
  const missing = [
    ...(source ? [] : ["where the data comes from"]),
    ...(size ? [] : ["how much there is"]),
    ...(split ? [] : ["how it is split"]),
    ...(terms ? [] : ["under which terms"]),
  ];
  const said = [
    missing.length === 0
      ? "Source, size, split and terms of the data are told."
      : `The README does not say ${missing.join(", ")}.`,
    ...(bulk ? [`${bulk.path} (${sizeText(bulk.bytes)}) lies in the repository itself.`] : []),
  ].join(" ");
  const mend = bulk
    ? `Take \`${bulk.path}\` (${sizeText(bulk.bytes)}) out of the repository and fetch it by a script with a checksum.`
    : `Add to the README ${missing.join(", ")}.`;
  return dimension("data", {
    score,
    said,
    evidence: [source, size, split, terms, ...loads].filter((each) => each !== undefined),
    mend: missing.length > 0 || bulk ? mend : undefined,
  });
}

const KINDS: readonly [RegExp, string][] = [
  [/MIT License|Permission is hereby granted, free of charge/i, "MIT"],
  [/Apache License/i, "Apache 2.0"],
  [/GNU AFFERO GENERAL PUBLIC LICENSE/i, "AGPL"],
  [/GNU LESSER GENERAL PUBLIC LICENSE/i, "LGPL"],
  [/GNU GENERAL PUBLIC LICENSE/i, "GPL"],
  [/Redistribution and use in source and binary forms/i, "BSD"],
  [/Mozilla Public License/i, "MPL"],
  [/Creative Commons/i, "Creative Commons"],
  [/This is free and unencumbered software/i, "Unlicense"],
];

/** Whether others may use it. */
export function readLicence(reading: Reading): JudgedDimension {
  const { texts, readme } = reading;
  const [path] = pathsMatching(reading, /^(?:licen[sc]e|copying)(?:[.-][\w.-]+)?$/i);
  const text = path === undefined ? undefined : texts.get(path);
  if (path !== undefined && text !== undefined) {
    const found = KINDS.find(([pattern]) => pattern.test(text));
    const shown = lineMatching(path, text, found?.[0] ?? /\S/);
    return dimension("licence", {
      score: found ? 1 : 0.7,
      said: found ? `${path} is a ${found[1]} licence.` : `${path} is there; which licence it is was not recognised.`,
      evidence: shown ? [shown] : [],
    });
  }
  const mentioned =
    lineMatching("pyproject.toml", texts.get("pyproject.toml"), /^\s*license\b/i) ??
    lineMatching("setup.py", texts.get("setup.py"), /license\s*=/i) ??
    (readme && lineMatching(readme.path, readme.text, /\blicen[sc]ed? under|\bMIT License|Apache License/i));
  return dimension("licence", {
    score: mentioned ? 0.5 : 0,
    said: mentioned ? "A licence is named, and its text is not there." : "There is no licence: nobody may use it.",
    evidence: mentioned ? [mentioned] : [],
    mend: "Add a `LICENSE` file: without one nobody may use the code, and a company will not.",
  });
}
