/** What a secret looks like. Every pattern is linear: bounded repeats, no nested ones. */
export type SecretPattern = { kind: string; pattern: RegExp; clean: string };

const ROTATE =
  "Revoke it where it was issued, first; then take it out of the history with `git filter-repo`, and read it from the environment.";

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { kind: "AWS access key", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g, clean: ROTATE },
  {
    kind: "GitHub token",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g,
    clean: ROTATE,
  },
  { kind: "GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20,64}\b/g, clean: ROTATE },
  { kind: "OpenAI key", pattern: /\bsk-(?:proj-|svcacct-)?[A-Za-z0-9_-]{32,200}/g, clean: ROTATE },
  { kind: "Anthropic key", pattern: /\bsk-ant-[A-Za-z0-9_-]{32,200}/g, clean: ROTATE },
  { kind: "Hugging Face token", pattern: /\bhf_[A-Za-z0-9]{30,60}\b/g, clean: ROTATE },
  { kind: "Google API key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/g, clean: ROTATE },
  { kind: "Slack token", pattern: /\bxox[abprs]-[0-9A-Za-z-]{20,200}/g, clean: ROTATE },
  { kind: "Stripe key", pattern: /\b[rs]k_live_[0-9A-Za-z]{20,100}\b/g, clean: ROTATE },
  {
    kind: "Weights & Biases key",
    pattern: /(?<=(?:WANDB_API_KEY|wandb\.login)[^\n]{0,20}["'= ])[0-9a-f]{40}\b/g,
    clean: ROTATE,
  },
  { kind: "Kaggle key", pattern: /(?<="key"\s{0,3}:\s{0,3}")[0-9a-f]{32}(?=")/g, clean: ROTATE },
  {
    kind: "JSON web token",
    pattern: /\beyJ[A-Za-z0-9_-]{15,2000}\.eyJ[A-Za-z0-9_-]{15,2000}\.[A-Za-z0-9_-]{20,1000}/g,
    clean: ROTATE,
  },
  {
    kind: "private key",
    pattern: /-----BEGIN (?:RSA |EC |DSA |OPENSSH |PGP )?PRIVATE KEY(?: BLOCK)?-----/g,
    clean:
      "Make a new key pair and withdraw the old one everywhere; then take the file out of the history with `git filter-repo`.",
  },
  {
    kind: "password in an address",
    pattern:
      /\b(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|redis|amqp|https?):\/\/[^\s:@/'"<>{}$]{1,80}:[^\s@/'"<>{}$]{6,120}@[\w.-]{4,120}/g,
    clean:
      "Change the password; then take it out of the history with `git filter-repo`, and read it from the environment.",
  },
  {
    kind: "password or key in the code",
    pattern:
      /(?<=\b[\w.]{0,40}(?:api_?key|secret_?key|secret|access_?token|auth_?token|password|passwd)["']?\]?\s{0,3}[:=]\s{0,3}["'])[A-Za-z0-9+/_=@#$%^&*!.-]{12,200}(?=["'])/gi,
    clean: ROTATE,
  },
];

const PLACEHOLDER =
  /x{4,}|\*{3,}|\.{3}|<|>|\$\{|\{\{|your|my[_-]?|example|sample|dummy|fake|test|placeholder|change[_-]?me|insert|replace|redacted|todo|none|null|secret[_-]?key|api[_-]?key|password|passwd|token|12345|abcdef|foobar|localhost|127\.0\.0\.1|user:pass|admin/i;

/** Whether a match stands for a secret rather than being one. */
export function isPlaceholder(match: string, { kind }: SecretPattern): boolean {
  if (kind === "private key") return false;
  if (PLACEHOLDER.test(match)) return true;
  return (
    kind === "password or key in the code" &&
    (entropyOf(match) < 3.2 || !/\d/.test(match) || /^[a-z_.-]+$/i.test(match))
  );
}

/** Bits a character (Shannon): random keys have more than 3.5, words and settings less. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
