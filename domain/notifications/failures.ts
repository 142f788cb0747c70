/**
 * What a refused message means, in a closed list: whether asking again can help, whether another way is left, and what staff
 * read about it. Codes of the text message provider are its own; WeChat's numbers are written "wechat.43101".
 */

export const failureKinds = [
  'number_wrong', // no such number, or not of the country that it says
  'number_blocked', // the number wants no messages
  'text_refused', // template, signature or a parameter is not as registered
  'limit', // too many to this number or in all; later it works
  'not_wanted', // the person took the permission back, or it was used up
  'account_wrong', // WeChat does not know the account
  'too_late', // lay until nobody needed it
  'no_way', // WeChat refused and there is no phone number
  'no_answer', // the provider could not be reached or said nothing
  'provider', // anything else: balance, keys, an outage
] as const
export type FailureKind = (typeof failureKinds)[number]

const kinds: Readonly<Record<string, FailureKind>> = {
  'FailedOperation.ContainSensitiveWord': 'text_refused',
  'FailedOperation.PhoneNumberInBlacklist': 'number_blocked',
  'FailedOperation.PhoneNumberParseFail': 'number_wrong',
  'FailedOperation.SignatureIncorrectOrUnapproved': 'text_refused',
  'FailedOperation.TemplateIncorrectOrUnapproved': 'text_refused',
  'FailedOperation.TemplateParamSetNotMatchApprovedTemplate': 'text_refused',
  'InvalidParameterValue.IncorrectPhoneNumber': 'number_wrong',
  'InvalidParameterValue.TemplateParameterFormatError': 'text_refused',
  'InvalidParameterValue.TemplateParameterLengthLimit': 'text_refused',
  'wechat.40003': 'account_wrong',
  'wechat.40037': 'text_refused',
  'wechat.41030': 'text_refused',
  'wechat.43004': 'not_wanted', // does not follow the official account any more
  'wechat.43101': 'not_wanted',
  'wechat.47003': 'text_refused',
  too_late: 'too_late',
  no_way: 'no_way',
  not_sent: 'no_answer', // the provider was never reached
  no_answer: 'no_answer', // it may have been accepted
}

const PERMANENT: readonly FailureKind[] = [
  'number_wrong',
  'number_blocked',
  'text_refused',
  'not_wanted',
  'account_wrong',
  'too_late',
  'no_way',
]

/** What a code means. */
export function failureKind(code: string): FailureKind {
  return kinds[code] ?? (code.startsWith('LimitExceeded') ? 'limit' : 'provider')
}

/** True when asking again will never help; everything else (limits, balance, outages, keys) can be put right meanwhile. */
export function isPermanent(code: string): boolean {
  return PERMANENT.includes(failureKind(code))
}
