/** Golden-ratio hashing (Knuth, vol. 3, 6.4): neighbouring keys go to different shards or nodes. */
const GOLDEN = 0x9e3779b1;

/** Which of so many parts a key lives in. */
export function partOfKey(key: number, parts: number): number {
  return (Math.imul(key + 1, GOLDEN) >>> 0) % parts;
}
