/**
 * Check characters of ISO/IEC 7064. MOD 11-2 closes the resident ID number (GB 11643-1999, check A), MOD 11,10 closes the
 * card number. Both find every wrong digit; MOD 11-2 also finds every swap of two neighbours, MOD 11,10 all but one in 45.
 */

const MOD_11_2_CHARACTERS = '10X98765432'
const MOD_11_2_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Check character of a resident number.
 * @param digits the first 17 digits
 * @returns '0'…'9' or 'X'
 */
export function mod11And2(digits: string): string {
  let sum = 0
  for (const [index, weight] of MOD_11_2_WEIGHTS.entries()) {
    sum += Number(digits[index]) * weight
  }
  return MOD_11_2_CHARACTERS[sum % 11] ?? ''
}

/**
 * Check digit of ISO/IEC 7064 MOD 11,10.
 * @param digits any number of decimal digits
 * @returns '0'…'9'
 */
export function mod11And10(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return String((11 - product) % 10)
}
