/** A card number as people read it aloud: ten digits in groups of four, three and three. */
export function sayCardNumber(number: string): string {
  return number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3')
}
