const PLACEHOLDER =
  /x{4,}|\*{3,}|\.{3}|_{4,}|<|>|\$\{|\{\{|%\(|your|^my[_-]|example|sample|dummy|fake|mock|placeholder|change[_-]?(?:me|this|it)|insert|replace|redacted|removed|hidden|todo|undefined|super[_-]?secret|secret[_-]?key|api[_-]?key|access[_-]?token|p[a4]ss?w[o0]rd|12345|abcdef|qwerty|foobar|localhost|user:pass|^none$|^null$/i;

/** Whether a value stands for a secret rather than being one. */
export function isPlaceholder(secret: string): boolean {
  return PLACEHOLDER.test(secret) || /^(.{1,3})\1{5,}/.test(secret);
}

const HEX = /^[0-9a-f]{32,}$/i;

/** Whether words, numbers and signs make it up, as in "SecurePass123!" or "bert-base-uncased". */
export function isWordy(text: string): boolean {
  if (HEX.test(text)) return false;
  const rest = text.replaceAll(/[A-Z]?[a-z]{3,}|[A-Z]{3,}|\d{1,4}(?!\d)|[^A-Za-z0-9]/g, "");
  return rest.length * 4 < text.length;
}

export function hasManyDigits(text: string): boolean {
  return (text.match(/\d/g)?.length ?? 0) >= 3;
}

/** Whether a value that a name calls a secret is made by a machine: words and settings are less mixed. */
export function isRandom(secret: string): boolean {
  if (isPlaceholder(secret) || isWordy(secret) || !/\d/.test(secret) || !/[A-Za-z]/.test(secret)) return false;
  const least = secret.length < 20 ? 3 : HEX.test(secret) ? 3.2 : 3.5;
  return entropyOf(secret) >= least;
}

/** Bits a character (Shannon): random keys have more than 3.5, words and settings less. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
