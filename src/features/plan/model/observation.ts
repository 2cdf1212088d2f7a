/**
 * One exercise as the model sees it. `day` is a time in days on any one scale; `skills` are ids, the most important first.
 */
export type Observation = {
  itemId: string;
  skills: readonly string[];
  /** 1 to 5, as the author set it. */
  difficulty: number;
  day: number;
  /** 0 to 1, and the standard error of the grader. */
  score: number;
  standardError: number;
  hints: number;
  /** The solution was looked at: such a row says nothing of ability. */
  revealed: boolean;
  /** How many exercises on its skills came after it (see `withExercises`); none where it is not said. */
  exercisesSince?: number;
};
