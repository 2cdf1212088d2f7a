import type { Leak } from "../schema.ts";

const MAIL = /[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/g;
const NO_PERSON =
  /@(?:example|test|localhost|domain|email|mail\.com|users\.noreply|company)|noreply|^git@|\.(?:png|jpe?g|svg|py)$/i;
const CARD = /(?<![\d.])(?:\d[ -]?){12,18}\d(?![\d.])/g;

/** With fewer addresses a file names its maintainers or an example. */
const MANY = 20;
const CLEAN =
  "Take the data out of the history with `git filter-repo`, tell whoever owns it if the repository was public, and keep a made-up sample instead.";

/** Personal data of people in a file of data: many addresses, or numbers of payment cards. */
export function personalData(file: string, text: string): Leak[] {
  const mails = [...text.matchAll(MAIL)].filter(([mail]) => !NO_PERSON.test(mail));
  const people = new Set(mails.map(([mail]) => mail.toLowerCase()));
  const [first] = mails;
  const leaks: Leak[] = [];
  if (people.size >= MANY && first)
    leaks.push({
      kind: `e-mail addresses of ${people.size} people or more`,
      file,
      line: lineAt(text, first.index),
      masked: `${first[0].slice(0, 2)}…@…`,
      commit: null,
      clean: CLEAN,
    });
  const cards = [...text.matchAll(CARD)].filter(([digits]) => isCard(digits));
  const [card] = cards;
  // one number in ten passes Luhn's check by chance: a handful says nothing
  if (cards.length >= MANY && card && /card|pan|payment|credit/i.test(text.slice(0, 4_000)))
    leaks.push({
      kind: `numbers that look like ${cards.length} payment cards`,
      file,
      line: lineAt(text, card.index),
      masked: `${card[0].slice(0, 2)}… (${card[0].length} characters)`,
      commit: null,
      clean: CLEAN,
    });
  return leaks;
}

/** Luhn's check (ISO/IEC 7812-1) on 13 to 19 digits of a known first digit. */
function isCard(written: string): boolean {
  const digits = written.replaceAll(/\D/g, "");
  if (digits.length < 13 || digits.length > 19 || !/^[3-6]/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, digit, at) => {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

export function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at >= 0 && at < offset; at = text.indexOf("\n", at + 1)) line++;
  return line;
}
