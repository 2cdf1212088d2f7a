const WORD = /[\p{L}\p{N}]+(?:[.,]\d+)*(?:['’][\p{L}]+)*/gu;

/** Words as they are counted for length and reading: "fine-tuning" is two, "0.95" and "don't" are one each. */
export function spokenWords(text: string): string[] {
  return text.normalize("NFC").match(WORD) ?? [];
}
