/** A configuration in which nothing is missing. */
import { messageTemplates } from '../../../domain/notifications/templates'

/** The text of a deploy.config.json. */
export function completeConfiguration(account: { appid: string; environment: string }): string {
  const templates = Object.fromEntries(Object.keys(messageTemplates).map((key, index) => [key, String(1000 + index)]))
  return JSON.stringify({
    ...account,
    uploadKeyFile: '~/upload.key',
    sms: { appId: '1400000000', sign: '江苏大学校友会', templates },
    checkedByHand: {
      privacyDeclaration: true,
      phoneNumberComponent: true,
      openPlatformBinding: true,
      filing: true,
      backups: true,
      alarms: true,
    },
  })
}
