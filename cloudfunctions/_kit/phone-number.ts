/**
 * The phone number that WeChat vouches for: the mini program gets a code by one tap, the cloud exchanges it. A code
 * works once, for five minutes.
 */
import { normalisePhone } from '../../domain/registration/phone'

type Exchange = { phoneInfo?: { purePhoneNumber?: string; countryCode?: string | number } }

/** The E.164 number behind a code, or null when WeChat does not accept the code. @throws when WeChat does not answer */
export async function phoneOfCode(code: string): Promise<string | null> {
  // Only this action needs the SDK: loading it here keeps it out of every other action's cold start.
  const { default: cloud } = await import('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV as unknown as string })
  try {
    const { phoneInfo }: Exchange = await cloud.openapi.phonenumber.getPhoneNumber({ code })
    const { purePhoneNumber, countryCode } = phoneInfo ?? {}
    return purePhoneNumber ? normalisePhone(`+${countryCode}${purePhoneNumber}`) : null
  } catch (error) {
    if (isRefusal(error)) {
      return null
    }
    throw error
  }
}

// WeChat's own codes are positive; the platform reports its failures with negative ones.
function isRefusal(error: unknown): boolean {
  const { errCode } = (error ?? {}) as { errCode?: unknown }
  return typeof errCode === 'number' && errCode > 0
}
