/**
 * The check digit of machine-readable travel documents (ICAO 9303 part 3, 4.9), which the permanent residence card of 2017
 * uses: weights 7, 3, 1 repeating, letters count A = 10 … Z = 35, sum modulo 10. It misses some swaps (digits that differ
 * by 5) and letters that differ by ten.
 */

const WEIGHTS = [7, 3, 1]

/**
 * @param text digits and capital letters
 * @returns '0'…'9'
 */
export function weights731(text: string): string {
  let sum = 0
  for (const [index, character] of [...text].entries()) {
    sum += parseInt(character, 36) * (WEIGHTS[index % 3] ?? 0)
  }
  return String(sum % 10)
}
