/** Plain text in which `backticks` set code: for sentences of the bank and the judge that are no Markdown. */
export function TextWithCode({ text }: { text: string }) {
  return [...text.matchAll(/`([^`]+)`|[^`]+|`/g)].map(({ 0: whole, 1: code, index }) =>
    code === undefined ? (
      whole
    ) : (
      <code key={index} className="wrap-anywhere">
        <WholeArrows code={code} />
      </code>
    ),
  );
}

/** A line would be broken at the hyphen of `->`. */
function WholeArrows({ code }: { code: string }) {
  return code.split(/(->)/).map((part, at) =>
    part === "->" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text
      <span key={at} className="whitespace-nowrap">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
