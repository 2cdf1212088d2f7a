import { isPublicToken } from "./json-web-token.ts";
import { hasManyDigits, isRandom, isWordy } from "./randomness.ts";

/** Where a match stands: what is before and after it may say that it is public. */
type Place = { secret: string; before: string; after: string; groups: Record<string, string | undefined> };

/** What a secret looks like. Every pattern is linear: it begins with a fixed text and has bounded repeats, none nested. */
export type SecretPattern = {
  kind: string;
  /** With a group `secret`. */
  pattern: RegExp;
  /** `form`: nobody writes this by chance. `name`: a variable says so, and so may an example. */
  by: "form" | "name";
  isOne?: (place: Place) => boolean;
  clean: string;
};

const ROTATE =
  "Revoke it where it was issued, first: whoever has a clone has it. Then take it out of the history with `git filter-repo --replace-text`, and read it from the environment.";
const NEW_KEYS =
  "Make a new key pair and withdraw the old one everywhere; then take the file out of the history with `git filter-repo`.";
const NEW_PASSWORD =
  "Change the password, first; then take it out of the history with `git filter-repo --replace-text`, and read it from the environment.";

export const SECRET_PATTERNS: readonly SecretPattern[] = [
  form("AWS access key", /\b(?<secret>(?:AKIA|ASIA)[0-9A-Z]{16})\b/g, {
    // the name of a key in a signed address of somebody else's
    isOne: ({ before }) => !/(?:Credential|AccessKeyId)=$/i.test(before),
  }),
  form(
    "AWS secret key",
    /secret_?(?:access_?)?key["']?\s{0,3}[:=,]\s{0,3}["']?(?<secret>[A-Za-z0-9/+]{40})(?![A-Za-z0-9/+=])/gi,
    { isOne: ({ secret }) => hasManyDigits(secret) && isRandom(secret) },
  ),
  form("GitHub token", /\b(?<secret>gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/g),
  form("GitLab token", /\b(?<secret>glpat-[A-Za-z0-9_-]{20,64})\b/g),
  form("key of a model provider", /\b(?<secret>sk-(?:ant-|proj-|svcacct-|admin-|or-v1-)?[A-Za-z0-9_-]{32,200})/g, {
    // style sheets have names of this form
    isOne: ({ secret }) => hasManyDigits(secret) && !isWordy(secret.replace(/^sk-(?:ant-|proj-)?/, "")),
  }),
  form("Hugging Face token", /\b(?<secret>hf_[A-Za-z0-9]{30,60})\b/g, {
    isOne: ({ secret }) => !isWordy(secret.slice(3)) && /[A-Z]/.test(secret),
  }),
  form("Google API key", /\b(?<secret>AIza[0-9A-Za-z_-]{35})(?![0-9A-Za-z_-])/g, {
    // that of a Firebase web app is public by design
    isOne: ({ before, after }) => !/authDomain|firebase/i.test(before + after),
  }),
  form("Slack token", /\b(?<secret>xox[abeprs]-[0-9A-Za-z-]{20,200})/g),
  form("Slack webhook", /\bhooks\.slack\.com\/services\/(?<secret>T\w{6,14}\/B\w{6,14}\/\w{20,30})/g),
  form("Stripe key", /\b(?<secret>[rs]k_live_[0-9A-Za-z]{20,100})\b/g),
  form(
    "access token of a service",
    /\b(?<secret>gsk_[A-Za-z0-9]{40,60}|r8_[A-Za-z0-9]{37}|dapi[0-9a-f]{32}|lsv2_[ps][tk]_[0-9a-f]{32}_[0-9a-f]{10}|tvly-[A-Za-z0-9-]{28,50}|pcsk_[A-Za-z0-9_]{50,80}|npm_[A-Za-z0-9]{36}|pypi-AgEIcHlwaS5vcmc[\w-]{50,200}|SG\.[\w-]{22}\.[\w-]{43}|dop_v1_[0-9a-f]{64}|\d{8,10}:AA[\w-]{33})(?![\w-])/g,
    { isOne: ({ secret }) => hasManyDigits(secret) },
  ),
  form("Weights & Biases key", /\b(?:WANDB_API_KEY|wandb\.login)[^\n]{0,24}["'= ](?<secret>[0-9a-f]{40})\b/g),
  form("Kaggle key", /"?\bKAGGLE_KEY["'\]]{0,2}\s{0,3}[:=,]\s{0,3}["']?(?<secret>[0-9a-f]{32})\b/g),
  form(
    "Kaggle key",
    /"username"\s{0,3}:\s{0,3}"[\w.-]{1,60}"\s{0,3},\s{0,3}"key"\s{0,3}:\s{0,3}"(?<secret>[0-9a-f]{32})"/g,
  ),
  form("JSON web token", /\b(?<secret>eyJ[A-Za-z0-9_-]{15,500}\.eyJ[A-Za-z0-9_-]{15,2000}\.[A-Za-z0-9_-]{20,700})/g, {
    isOne: ({ secret }) => !isPublicToken(secret),
  }),
  form(
    "key of a Google service account",
    /"private_key"\s{0,3}:\s{0,3}"(?<secret>-----BEGIN (?:RSA )?PRIVATE KEY-----)\\n[A-Za-z0-9+/=]{40}/g,
  ),
  {
    ...form(
      "private key",
      /(?<secret>-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED |PGP )?PRIVATE KEY(?: BLOCK)?-----)(?:\s|\\n|\\r|","|[\w-]{3,20}: [\w ,.()-]{1,80}){1,12}[A-Za-z0-9+/=]{40}/g,
    ),
    clean: NEW_KEYS,
  },
  {
    kind: "password in an address",
    by: "name",
    pattern:
      /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|https?|ftp)(?:\+\w{2,12})?:\/\/(?<user>[^\s:@/'"<>{}$\\]{0,80}):(?<secret>[^\s@/'"<>{}$\\]{6,120})@(?<host>[\w.-]{3,120})/g,
    isOne: ({ secret, groups: { user = "", host = "" } }) =>
      host.includes(".") &&
      !/^(?:127\.|0\.0\.)|\.(?:local|internal|test|example)$|example\./.test(host) &&
      secret !== user &&
      !isWordy(secret),
    clean: NEW_PASSWORD,
  },
  {
    kind: "password or key in the code",
    by: "name",
    pattern:
      /(?:api_?key|access_?key|account_?key|secret|token|passw(?:or)?d|pwd)\w{0,12}(?:["']\]?\s{0,3}[:=,]|\s{0,3}[:=])\s{0,3}[bfru]?["'](?<secret>[A-Za-z0-9+/_=@#$%^&*!.~-]{12,200})["']/gi,
    isOne: ({ secret }) => isRandom(secret),
    clean: ROTATE,
  },
];

/** As above without quotes, in files of settings alone: in code a name stands there. */
export const UNQUOTED: SecretPattern = {
  kind: "password or key in the settings",
  by: "name",
  pattern:
    /^[ \t]{0,20}(?:export |ENV |- )?[\w.-]{0,40}?(?:api_?key|access_?key|account_?key|secret|token|passw(?:or)?d|pwd)\w{0,12}[ \t]{0,3}[:=][ \t]{0,3}(?<secret>[A-Za-z0-9+/_=@#%^&*!~-]{12,200})[ \t]*\r?$/gim,
  isOne: ({ secret }) => isRandom(secret),
  clean: ROTATE,
};

function form(kind: string, pattern: RegExp, more: Pick<SecretPattern, "isOne"> = {}): SecretPattern {
  return { kind, pattern, by: "form", clean: ROTATE, ...more };
}
