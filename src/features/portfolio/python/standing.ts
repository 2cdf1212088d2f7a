/** What a file is to the project: where a person would begin to read, the rest of the own code, or code beside it. */
export type Standing = "entry" | "own" | "example" | "test" | "vendored";

const ORDER: Record<Standing, number> = { entry: 0, own: 1, example: 2, test: 3, vendored: 4 };
const VENDORED =
  /(?:^|\/)(?:vendor(?:ed)?|third[_-]?party|external|externals|extern|node_modules|site-packages|venv|\.venv|env|build|dist|__pypackages__|deps|[\w.-]+-(?:master|main))\//i;
const GENERATED =
  /(?:_pb2(?:_grpc)?|_generated|\.generated|\bversioneer|_version)\.py$|(?:^|\/)migrations\/|(?:^|\/)alembic\/versions\//;
const TEST =
  /(?:^|\/)(?:tests?|testing|unit_?tests?|integration_?tests?|__tests__)\/|(?:^|\/)(?:test_[^/]*|[^/]*_test|conftest)\.(?:py|ipynb)$/i;
const EXAMPLE =
  /(?:^|\/)(?:examples?|docs?|demos?|samples?|tutorials?|benchmarks?|scratch|playground|archive[ds]?|old|deprecated|legacy|misc|ci|asv_bench)\//i;
const ENTRY =
  /(?:^|\/)(?:train\w*|main|run\w*|app|server|api|predict\w*|infer\w*|inference|eval\w*|finetune\w*|fit|pipeline|solution|submission|model|models|classifier|agent|rag|chatbot|ingest\w*|__main__)\.(?:py|ipynb)$/i;

export function standingOf(path: string): Standing {
  if (VENDORED.test(path) || GENERATED.test(path)) return "vendored";
  if (TEST.test(path)) return "test";
  if (EXAMPLE.test(path)) return "example";
  return ENTRY.test(path) ? "entry" : "own";
}

/** Sorts what a candidate is asked about before what lies beside it; then by depth and name. */
export function byStanding(a: { path: string }, b: { path: string }): number {
  const standing = ORDER[standingOf(a.path)] - ORDER[standingOf(b.path)];
  const depth = a.path.split("/").length - b.path.split("/").length;
  return standing || depth || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
