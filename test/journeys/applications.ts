/** Many applications at once, handed in past the form: journeys of the office begin with them. */
import { university } from '../../domain/university'
import { person } from '../cloudfunctions/harness/people'
import type { Product } from './product'

// The smallest picture there is: what matters is that an address leads to one.
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** Hands in one application for each name, with photos, oldest first. */
export async function handInSeveral(product: Product, names: readonly string[]): Promise<void> {
  for (const [index, nameChinese] of names.entries()) {
    const who = person(index + 1)
    const portrait = await upload(product, who.openid, `portrait-${index}-000000.png`)
    const proof = await upload(product, who.openid, `proof-${index}-000000.png`)
    const form = { ...who.form, nameChinese, portrait, proof }
    const consent = university.consent
    const reply = await product.call(who.openid, 'registration', { action: 'submit', form, consent, language: 'zh' })
    if (!reply.ok) {
      throw new Error(`${nameChinese} was refused: ${JSON.stringify(reply)}`)
    }
  }
}

async function upload(product: Product, openid: string, name: string): Promise<string> {
  const response = await fetch(`${product.url}/_emulator/files/photos/${name}?openid=${openid}`, {
    method: 'PUT',
    body: PICTURE,
  })
  return (await response.json()).fileID
}
