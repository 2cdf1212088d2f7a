/** Folders that are made by tools or brought by others: nothing in them is the candidate's. */
const LEFT_OUT = new Set([
  ".git",
  ".hg",
  ".svn",
  ".jj",
  "node_modules",
  "bower_components",
  "site-packages",
  "dist-packages",
  "__pycache__",
  "__pypackages__",
  ".venv",
  "venv",
  ".virtualenv",
  "virtualenv",
  ".tox",
  ".nox",
  ".cache",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".hypothesis",
  ".ipynb_checkpoints",
  ".eggs",
  ".gradle",
  ".idea",
  ".vs",
  ".terraform",
  ".next",
  ".snakemake",
  "third_party",
  "third-party",
  "thirdparty",
  "vendor",
  "vendored",
  "_vendor",
  "wandb",
  "mlruns",
]);

export function isLeftOut(folder: string): boolean {
  return LEFT_OUT.has(folder) || folder.endsWith(".egg-info") || folder.endsWith(".dist-info");
}

/** What makes a folder of any name a virtual environment (PEP 405) or one of conda. */
export const ENVIRONMENT_MARKS = ["pyvenv.cfg", "conda-meta"];

/** Whether a file tells how the project is made, is data of it, or is neither (pictures, weights). */
export type FileKind = "telling" | "data" | "other";

const TELLING_NAME =
  /^(?:[A-Z][A-Z_-]+|(?:README|LICEN[CS]E|COPYING|NOTICE|CHANGELOG|CONTRIBUTING|AUTHORS|CITATION|MODEL_?CARD|DATASHEET)[\w.-]*|(?:Make|Docker|Snake|Proc|Just|Pip|Container|Jenkins|Vagrant|Brew)file[\w.-]*|\.?[\w.-]*ignore|\.git(?:attributes|modules|-credentials)|\.env[\w.-]*|\.(?:npmrc|pypirc|netrc|htpasswd|python-version|flake8|pylintrc|coveragerc|editorconfig)|id_(?:rsa|dsa|ecdsa|ed25519)|requirements[\w.-]*|packages\.txt|runtime\.txt|package\.json|params\.json|metrics\.json|results\.json|config\.json|kaggle\.json)$/i;
const TELLING_EXTENSION =
  /\.(?:py|pyi|pyx|ipynb|r|rmd|qmd|jl|scala|java|kt|swift|c|cc|cpp|cu|cuh|h|hpp|m|rs|go|cs|rb|php|pl|js|jsx|mjs|ts|tsx|vue|sql|sh|bash|zsh|ps1|bat|md|mdx|rst|tex|toml|ya?ml|ini|cfg|conf|properties|lock|dvc|tf|tfvars|proto|pem|key|env)$/i;
const DATA_EXTENSION = /\.(?:csv|tsv|jsonl|ndjson|json|txt|html|xml|bib|srt)$/i;

export function kindOfFile(path: string): FileKind {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (TELLING_NAME.test(name) || TELLING_EXTENSION.test(name)) return "telling";
  return DATA_EXTENSION.test(name) ? "data" : "other";
}

const SUSPICIOUS =
  /(?:^|\/)\.env|\.(?:pem|key|p12)$|(?:^|\/)id_(?:rsa|ed25519)$|credential|secret|kaggle\.json|config|settings/i;

/** Whether a file is likely to hold a secret, by its name. */
export function isSuspicious(path: string): boolean {
  return SUSPICIOUS.test(path);
}

/** Whether a file may tell something by its text. */
export function isTextual(path: string): boolean {
  return kindOfFile(path) !== "other";
}
