/** Folders that are made by tools or brought by others: nothing in them is the candidate's. */
const LEFT_OUT = new Set([
  ".git",
  ".hg",
  ".svn",
  "node_modules",
  "bower_components",
  "site-packages",
  "dist-packages",
  "__pycache__",
  ".venv",
  "venv",
  "env",
  ".env.d",
  "virtualenv",
  ".tox",
  ".nox",
  ".mypy_cache",
  ".pytest_cache",
  ".ruff_cache",
  ".ipynb_checkpoints",
  ".eggs",
  ".gradle",
  ".idea",
  ".vs",
  ".terraform",
  "third_party",
  "thirdparty",
  "vendor",
  "vendored",
  "wandb",
  "mlruns",
]);

/** What says that experiments were tracked stays worth knowing of, though what is in it is not listed. */
export function isLeftOut(folder: string): boolean {
  return LEFT_OUT.has(folder) || folder.endsWith(".egg-info") || folder.endsWith(".dist-info");
}

const TEXT =
  /(?:^|\/)(?:[A-Z][A-Z_-]+|Makefile|Dockerfile[\w.-]*|Snakefile|Procfile|Justfile|Pipfile|\.?[\w.-]*ignore|\.gitattributes|\.env[\w.-]*|CODEOWNERS|requirements[\w.-]*)$|\.(?:py|pyi|ipynb|r|R|Rmd|qmd|jl|scala|java|kt|c|cc|cpp|cu|cuh|h|hpp|rs|go|js|jsx|ts|tsx|sql|sh|bash|md|rst|txt|tex|toml|yaml|yml|json|jsonl|ini|cfg|conf|lock|csv|tsv|html|css|dvc|tf|proto|pem|key|env|bib)$/;

/** Whether a file may tell something by its text. */
export function isTextual(path: string): boolean {
  return TEXT.test(path);
}
