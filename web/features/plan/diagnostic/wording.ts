/** A title inside a sentence: "system design", but "Generative AI" and "MLOps" as they are. */
export const inSentence = (title: string): string => (/.[A-Z]/.test(title) ? title : title.toLowerCase());
