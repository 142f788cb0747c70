/** What the official account answers somebody who follows it: the way to the card, in both languages. */
import { university } from '../university'

/** WeChat's limit for a text is 2048 bytes. */
export function welcomeText(): string {
  const { name, cardName, officialAccount } = university
  const { service, entry } = officialAccount.menu
  return [
    `欢迎关注${officialAccount.name.zh}。点菜单“${service}”→“${entry}”，打开${cardName.zh}，出示二维码入校。`,
    `Welcome to ${name.en}. Open “${service}” (Service) → “${entry}” (My Alumni Card) in the menu to show your card.`,
  ].join('\n\n')
}
