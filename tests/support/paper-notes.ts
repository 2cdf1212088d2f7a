/** Notes on an invented paper, as a reader would write them. */
export const NOTES = {
  problem:
    "Assistants state falsehoods in the same tone as facts. The user cannot tell which answer to trust and acts on a wrong one.",
  method:
    'Ten answers of the model itself are sampled to each question and compared with the reference. Where at most three are right, a preference pair sets "I don\'t know" above the wrong answer, elsewhere a right answer above it. The model is trained on the pairs by direct preference optimisation (DPO).',
  result:
    "Wrong answers among those given fall from 37.5 % to 20 %. The share of questions that are declined rises from 4 % to 45 %.",
  limit:
    "The threshold was chosen on the same questions that it is measured on. A large share of right answers is lost by declining.",
  relation:
    "Builds on calibration of language models. Stands against methods that change the prompt alone and train nothing.",
  question: "",
};
