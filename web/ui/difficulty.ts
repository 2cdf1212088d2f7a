export const difficultyNames = ["easy", "fair", "medium", "hard", "very hard"] as const;

/** The word for a difficulty of 1 to 5. */
export const difficultyName = (difficulty: number): string => difficultyNames[difficulty - 1] ?? `level ${difficulty}`;
