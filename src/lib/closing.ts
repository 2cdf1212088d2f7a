/** Thrown where what was asked for is being closed: nothing was decided, and it may be asked again at the next start. */
export class Closing extends Error {}
