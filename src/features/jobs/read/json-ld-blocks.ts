import { Parser } from "htmlparser2";
import { parseJson } from "../../../lib/parse-json.ts";

const LD_JSON = /^\s*application\/ld\+json\b/i;
const MOST_BLOCKS = 200;

/** What the scripts of type `application/ld+json` of a page say; `broken` counts those that are no JSON. */
export function jsonLdBlocks(html: string): { blocks: unknown[]; broken: number } {
  const scripts: string[] = [];
  let isInside = false;
  const parser = new Parser({
    onopentag(name, { type = "" }) {
      isInside = name === "script" && LD_JSON.test(type) && scripts.length < MOST_BLOCKS;
      if (isInside) scripts.push("");
    },
    ontext(text) {
      if (isInside) scripts[scripts.length - 1] += text;
    },
    onclosetag(name) {
      if (name === "script") isInside = false;
    },
  });
  parser.end(html);
  const read = scripts.map((script) => parseJson(script) ?? parseJson(mended(script)));
  return {
    blocks: read.filter((block) => block !== undefined),
    broken: read.filter((block) => block === undefined).length,
  };
}

/** What sites get wrong most: a comment around it, and line breaks inside of strings. */
function mended(script: string): string {
  return script
    .replace(/^\s*(?:<!--|\/\/\s*<!\[CDATA\[|<!\[CDATA\[)/, "")
    .trimEnd()
    .replace(/(?:-->|\]\]>);?$/, "")
    .replace(/\/\/\s*$/, "")
    .replace(/\p{Cc}/gu, " ");
}
