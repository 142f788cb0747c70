/** Keys of the tests: synthetic, and the same in every run so that a failure can be repeated. */
import { messageTemplates } from '../../../domain/notifications/templates'

const key = (bytes: number, seed: number) => Buffer.alloc(bytes, seed).toString('base64')

export const SMS_SECRET = { id: 'test-id', key: 'test-key' }
export const BOOTSTRAP_CODE = 'bootstrap-of-the-tests'

export const functionKeys = {
  IDENTITY_ENCRYPTION_KEY: key(32, 1),
  IDENTITY_DIGEST_KEY: key(32, 2),
  CARD_NUMBER_KEY: key(32, 3),
  PHONE_CODE_KEY: key(32, 4),
  PASS_KEY_ID: '7',
  PASS_ISSUER_KEY: key(32, 5),
  PASS_VIEW_KEY: key(16, 6),
  PASS_LIST_KEY: key(32, 7),
  LIST_HINT_KEY: key(32, 8),
  AUDIT_KEY: key(32, 9),
  LIBRARY_SIGNING_KEYS: key(32, 10),
  LIBRARY_PSEUDONYM_KEY: key(32, 11),
  LIBRARY_ISSUER: 'https://card.example/library',
  BOOTSTRAP_CODE,
  OFFICIAL_APP_ID: 'wx0000000000000002',
  OFFICIAL_APP_SECRET: 'official-secret-of-the-tests',
  OFFICIAL_TOKEN: 'officialtokenofthetests',
  OFFICIAL_AES_KEY: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQ',
  MINI_PROGRAM_APP_ID: 'wx0000000000000001',
  SMS_SECRET_ID: SMS_SECRET.id,
  SMS_SECRET_KEY: SMS_SECRET.key,
  SMS_APP_ID: '1400000000',
  SMS_SIGN: '江苏大学校友会',
  SMS_TEMPLATES: JSON.stringify(Object.fromEntries(Object.keys(messageTemplates).map((name) => [name, name]))),
}
