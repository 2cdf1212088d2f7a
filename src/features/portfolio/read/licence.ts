import { dimension, type JudgedDimension, lineMatching, pathsMatching, type Reading } from "./reading.ts";

const KINDS: readonly [RegExp, string][] = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE/i, "AGPL"],
  [/GNU LESSER GENERAL PUBLIC LICENSE/i, "LGPL"],
  [/GNU GENERAL PUBLIC LICENSE/i, "GPL"],
  [/Apache License/i, "Apache 2.0"],
  [/MIT License|Permission is hereby granted, free of charge/i, "MIT"],
  [/Mozilla Public License/i, "MPL"],
  [/Redistribution and use in source and binary forms|BSD \d-Clause/i, "BSD"],
  [/CC[- ]BY[- ]NC|Attribution-NonCommercial/i, "non-commercial Creative Commons"],
  [/Creative Commons|CC0/i, "Creative Commons"],
  [/This is free and unencumbered software/i, "Unlicense"],
  [/ISC License/i, "ISC"],
  [/Boost Software License/i, "Boost"],
  [/all rights reserved|proprietary/i, "proprietary"],
];
/** The GPL speaks of the LGPL further down: what a licence calls itself comes first. */
const TITLE_CHARS = 300;
const RESTRICTED = new Set(["non-commercial Creative Commons", "proprietary"]);

/** Whether others may use it. */
export function readLicence(reading: Reading): JudgedDimension {
  const { texts, readme } = reading;
  const [path] = pathsMatching(reading, /^(?:un)?(?:licen[sc]e|copying)(?:[.-][\w.-]+)?$/i);
  const text = path === undefined ? undefined : texts.get(path);
  if (path !== undefined && text !== undefined && text.trim() !== "") {
    const [pattern, kind] = KINDS.find(([each]) => each.test(text.slice(0, TITLE_CHARS))) ??
      KINDS.find(([each]) => each.test(text)) ?? [/\S/, undefined];
    return dimension("licence", {
      score: kind === undefined ? 0.7 : RESTRICTED.has(kind) ? 0.6 : 1,
      said:
        kind === undefined
          ? `\`${path}\` is there; which licence it is was not recognised.`
          : `\`${path}\` holds ${/^[AEIOU](?!n)|^M/i.test(kind) && !/^M[a-z]|^Un/.test(kind) ? "an" : "a"} ${kind} licence.`,
      evidence: [lineMatching(path, text, pattern)],
      ...(kind !== undefined && RESTRICTED.has(kind)
        ? { mend: "Say in the README what others may do with it: the licence allows them little." }
        : {}),
    });
  }
  const named =
    lineMatching("pyproject.toml", texts.get("pyproject.toml"), /^\s*license\b|License ::/i) ??
    lineMatching("setup.py", texts.get("setup.py"), /license\s*=|License ::/i) ??
    lineMatching("package.json", texts.get("package.json"), /"license"\s*:/i) ??
    (readme &&
      lineMatching(
        readme.path,
        texts.get(readme.path),
        /\blicen[sc]ed under|\b(?:MIT|Apache(?: 2\.0)?|BSD|GPL\w*) Licen[sc]e/i,
      ));
  return dimension("licence", {
    score: named ? 0.5 : 0,
    said: named
      ? "A licence is named, and its text is not in the repository."
      : "There is no licence: nobody may use it.",
    evidence: [named],
    mend: named
      ? "Add the text of the licence as the file `LICENSE`: a name alone grants nothing for sure."
      : "Add a `LICENSE` file: without one nobody may use the code, and a company will not look at it.",
  });
}
