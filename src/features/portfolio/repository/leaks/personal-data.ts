import { type FoundColumn, personalColumns } from "./personal-columns.ts";

export type FoundData = { kind: string; at: number; masked: string; clean: string };

const DATA = /\.(?:csv|tsv|jsonl|ndjson|json|txt|sql)$/i;
const NO_PERSON =
  /@(?:example|test|localhost|domain|email|mail\.com|users\.noreply|company|your)|noreply|no-reply|^git@|\.(?:png|jpe?g|svg|gif|py)$/i;
/** With fewer addresses a file names its maintainers or an example. */
const MANY = 20;
const MOST_COUNTED = 1_000;
const CLEAN =
  "Take the data out of the history with `git filter-repo`, tell whoever owns it if the repository was public, and keep a made-up sample instead. A published data set is better linked to than copied; if the people in it are made up, say so in the README.";

/** Personal data of people in a file of data: many addresses, or columns of names, numbers and cards. */
export function personalDataIn(file: string, text: string): FoundData[] {
  if (
    !DATA.test(file) ||
    /(?:^|[/._-])(?:tests?|fixtures?|mocks?|faker?|synthetic)(?:[/._-]|$)|package(?:-lock)?\.json$/i.test(file)
  )
    return [];
  const columns = /\.(?:csv|tsv|txt)$/i.test(file) ? personalColumns(text, MANY) : [];
  return [...mailAddresses(text), ...columns.map(dataOf)];
}

function dataOf({ kind, at, length }: FoundColumn): FoundData {
  return { kind, at, masked: `… (${length} characters)`, clean: CLEAN };
}

const DOMAIN = /[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/y;

function mailAddresses(text: string): FoundData[] {
  const people = new Set<string>();
  let first: { at: number; mail: string } | undefined;
  for (let at = text.indexOf("@"); at >= 0 && people.size < MOST_COUNTED; at = text.indexOf("@", at + 1)) {
    const mail = mailAround(text, at);
    if (mail === undefined || NO_PERSON.test(mail)) continue;
    first ??= { at: at - mail.indexOf("@"), mail };
    people.add(mail.toLowerCase());
  }
  if (people.size < MANY || !first) return [];
  const many =
    people.size >= MOST_COUNTED ? `${MOST_COUNTED.toLocaleString("en-US")} people and more` : `${people.size} people`;
  return [{ kind: `e-mail addresses of ${many}`, at: first.at, masked: `${first.mail.slice(0, 1)}…@…`, clean: CLEAN }];
}

/** Looks from the sign to both sides: a pattern that begins with the name would try every word of the text. */
function mailAround(text: string, at: number): string | undefined {
  let from = at;
  while (from > 0 && at - from < 64 && /[\w.+-]/.test(text.charAt(from - 1))) from--;
  DOMAIN.lastIndex = at + 1;
  const domain = DOMAIN.exec(text)?.[0];
  return from < at && domain ? `${text.slice(from, at)}@${domain}` : undefined;
}
