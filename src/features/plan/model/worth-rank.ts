const ALIKE = 1e-5;

/**
 * What is worth more has a higher rank; what differs by less than a hundred-thousandth has the same, so that the error of a fit
 * decides nothing: a choice is the same whether the fit was begun anew or from an earlier one.
 */
export function worthRank(worth: number): number {
  return Math.round(Math.log(worth) / ALIKE);
}
