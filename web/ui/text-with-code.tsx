/** Plain text in which `backticks` set code: for sentences of the bank and the judge that are no Markdown. */
export function TextWithCode({ text }: { text: string }) {
  return [...text.matchAll(/`([^`]+)`|[^`]+|`/g)].map(({ 0: whole, 1: code, index }) =>
    code === undefined ? whole : <code key={index}>{code}</code>,
  );
}
