/** Something wrong in a file of the bank, as its author needs to hear it. */
export type ContentFault = { path: string; line: number; message: string };

export function describeFault({ path, line, message }: ContentFault): string {
  return `${path}:${line}: ${message}`;
}
