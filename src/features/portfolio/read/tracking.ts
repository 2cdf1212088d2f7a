import type { Evidence } from "../schema.ts";
import { dimension, type JudgedDimension, lineMatching, pathsMatching, type Reading } from "./reading.ts";

const TRACKERS = new Map([
  ["mlflow", "MLflow"],
  ["wandb", "Weights & Biases"],
  ["tensorboard", "TensorBoard"],
  ["tensorboardX", "TensorBoard"],
  ["neptune", "Neptune"],
  ["comet_ml", "Comet"],
  ["clearml", "ClearML"],
  ["aim", "Aim"],
  ["dvclive", "DVC"],
  ["sacred", "Sacred"],
]);

/** Whether one can say which run gave which figure. */
export function readTracking(reading: Reading): JudgedDimension {
  const { code, texts, sources } = reading;
  if (sources.length === 0)
    return dimension("tracking", { score: null, said: "There is no Python that would be tracked." });
  const trackers = code.imports.filter(({ name }) => TRACKERS.has(name));
  const board = sources.flatMap(({ path, lines }) => {
    const hit = lines.find(({ text }) =>
      /\bSummaryWriter\(|TensorBoard(?:Logger)?\(|WandbLogger\(|MLFlowLogger\(|CSVLogger\(|report_to\s*=/.test(text),
    );
    return hit ? [{ file: path, line: hit.line, quote: hit.raw.trim().slice(0, 240) }] : [];
  });
  const [dvc] = pathsMatching(reading, /(?:^|\/)(?:dvc\.yaml|dvc\.lock)$/);
  const [config] = pathsMatching(
    reading,
    /^(?!\.github\/)(?:.*\/)?(?:conf(?:ig)?s?\/[^/]+\.ya?ml|params\.yaml|config\.ya?ml|hparams\.ya?ml)$/,
  );
  const [saved] = pathsMatching(
    reading,
    /(?:^|\/)(?:results?|metrics?|outputs?|runs?|logs?|experiments?)\/[^/]+\.(?:json|csv)$|(?:^|\/)(?:metrics|results)\.(?:json|csv)$/,
  );
  const first = (path: string | undefined): Evidence | undefined =>
    path === undefined ? undefined : lineMatching(path, texts.get(path), /\p{L}/u);
  const tracked = trackers.length > 0 || board.length > 0;
  const score = (tracked ? 0.7 : 0) + (dvc ? 0.3 : 0) + (config ? 0.2 : 0) + (saved ? 0.2 : 0);
  const names = [...new Set(trackers.flatMap(({ name }) => TRACKERS.get(name) ?? []))].join(", ");
  const parts = [
    ...(tracked ? [names ? `runs are tracked with ${names}` : "runs are logged"] : []),
    ...(dvc ? ["DVC keeps data and stages"] : []),
    ...(config ? ["settings stand in files"] : []),
    ...(saved ? ["results are kept as files"] : []),
  ];
  const text = parts.join(", ");
  return dimension("tracking", {
    score,
    said:
      parts.length === 0
        ? "Nothing says which run gave which figure."
        : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
    evidence: [
      ...trackers.slice(0, 2).map(({ file, line, quote }) => ({ file, line, quote })),
      ...board.slice(0, 2),
      ...[first(dvc), first(config), first(saved)].filter((each) => each !== undefined),
    ],
    mend: tracked
      ? "Keep settings in files and the metrics of the reported run beside them, so that the README's figure can be traced."
      : "Log every run (MLflow works offline) with its settings, commit and data version, and name in the README the run that gave the reported figure.",
  });
}

const KNOWN_TOOLS = new Map([
  ["torch", "PyTorch"],
  ["tensorflow", "TensorFlow"],
  ["keras", "Keras"],
  ["jax", "JAX"],
  ["flax", "Flax"],
  ["sklearn", "scikit-learn"],
  ["xgboost", "XGBoost"],
  ["lightgbm", "LightGBM"],
  ["catboost", "CatBoost"],
  ["transformers", "Transformers"],
  ["datasets", "Datasets"],
  ["peft", "PEFT"],
  ["accelerate", "Accelerate"],
  ["diffusers", "Diffusers"],
  ["sentence_transformers", "Sentence Transformers"],
  ["langchain", "LangChain"],
  ["llama_index", "LlamaIndex"],
  ["openai", "OpenAI API"],
  ["anthropic", "Anthropic API"],
  ["faiss", "FAISS"],
  ["chromadb", "Chroma"],
  ["qdrant_client", "Qdrant"],
  ["spacy", "spaCy"],
  ["nltk", "NLTK"],
  ["gensim", "Gensim"],
  ["pandas", "pandas"],
  ["polars", "Polars"],
  ["numpy", "NumPy"],
  ["scipy", "SciPy"],
  ["statsmodels", "statsmodels"],
  ["matplotlib", "Matplotlib"],
  ["seaborn", "seaborn"],
  ["plotly", "Plotly"],
  ["cv2", "OpenCV"],
  ["PIL", "Pillow"],
  ["albumentations", "Albumentations"],
  ["torchvision", "torchvision"],
  ["timm", "timm"],
  ["lightning", "Lightning"],
  ["pytorch_lightning", "Lightning"],
  ["optuna", "Optuna"],
  ["ray", "Ray"],
  ["mlflow", "MLflow"],
  ["wandb", "Weights & Biases"],
  ["hydra", "Hydra"],
  ["dvc", "DVC"],
  ["fastapi", "FastAPI"],
  ["flask", "Flask"],
  ["streamlit", "Streamlit"],
  ["gradio", "Gradio"],
  ["onnxruntime", "ONNX Runtime"],
  ["onnx", "ONNX"],
  ["pyspark", "Spark"],
  ["airflow", "Airflow"],
  ["prefect", "Prefect"],
  ["sqlalchemy", "SQLAlchemy"],
  ["duckdb", "DuckDB"],
  ["shap", "SHAP"],
  ["networkx", "NetworkX"],
  ["torch_geometric", "PyTorch Geometric"],
  ["dgl", "DGL"],
  ["gymnasium", "Gymnasium"],
  ["gym", "Gym"],
  ["stable_baselines3", "Stable-Baselines3"],
  ["librosa", "librosa"],
  ["torchaudio", "torchaudio"],
  ["prophet", "Prophet"],
  ["vllm", "vLLM"],
  ["boto3", "AWS SDK"],
  ["evidently", "Evidently"],
  ["great_expectations", "Great Expectations"],
  ["pytest", "pytest"],
  ["imblearn", "imbalanced-learn"],
]);
const GENERAL = new Set(["NumPy", "pandas", "Matplotlib", "seaborn", "pytest"]);

/** What it was made with, as its imports and files show it, and whether the README says so. */
export function readTools(reading: Reading): { dimension: JudgedDimension; tools: string[] } {
  const { code, readme, texts } = reading;
  const known = code.imports.flatMap((each) => {
    const tool = KNOWN_TOOLS.get(each.name);
    // a module of the project's own by that name
    const own = pathsMatching(reading, new RegExp(`(?:^|/)${each.name}(?:\\.py|/__init__\\.py)$`)).length > 0;
    return tool && !own ? [{ ...each, tool }] : [];
  });
  const once = known.filter((each, at) => known.findIndex(({ tool }) => tool === each.tool) === at);
  const dockerPath = pathsMatching(reading, /(?:^|\/)Dockerfile[\w.-]*$/)[0];
  const docker = dockerPath === undefined ? undefined : lineMatching(dockerPath, texts.get(dockerPath), /^FROM\s/i);
  const readmeText = (readme && texts.get(readme.path)) ?? "";
  const special = once.filter(({ tool }) => !GENERAL.has(tool));
  const told = readme && special.find(({ tool }) => readmeText.toLowerCase().includes(tool.toLowerCase()));
  const toldLine =
    told &&
    readme &&
    lineMatching(readme.path, readmeText, new RegExp(told.tool.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"), "i"));
  const tools = [
    ...[...special, ...once.filter(({ tool }) => GENERAL.has(tool))].map(({ tool }) => tool),
    ...(docker ? ["Docker"] : []),
  ];
  const score = tools.length === 0 ? 0 : 0.4 + (special.length > 0 ? 0.3 : 0) + (toldLine ? 0.3 : 0);
  return {
    tools: tools.slice(0, 12),
    dimension: dimension("tools", {
      score: code.imports.length === 0 && tools.length === 0 ? null : score,
      said:
        tools.length === 0
          ? "No tool of the field was recognised."
          : `Made with ${tools.slice(0, 5).join(", ")}${toldLine ? "" : "; the README does not say so"}.`,
      evidence: [
        ...(toldLine ? [toldLine] : []),
        ...(special.length > 0 ? special : once).slice(0, 4).map(({ file, line, quote }) => ({ file, line, quote })),
        ...(docker ? [docker] : []),
      ],
      mend: toldLine ? undefined : "Name the two or three tools that carry the project in the README, and why these.",
    }),
  };
}
