/** A figure may be told rounded. */
const ROUNDED = 0.02;

/** Whether half or more of the figures told are not among those of the note; where one of the two has none, nothing is said. */
export function otherFigures(note: string, told: string): boolean {
  const [noted, said] = [figuresIn(note), figuresIn(told)];
  if (noted.length === 0 || said.length === 0) return false;
  const right = said.filter((figure) => noted.some((each) => Math.abs(each - figure) <= ROUNDED * Math.abs(each)));
  return right.length <= said.length / 2;
}

function figuresIn(text: string): number[] {
  return (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}
