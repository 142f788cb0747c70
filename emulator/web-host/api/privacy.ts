// The privacy gate (WeChat, "Mini program privacy protection guide", base library 2.32.3): APIs that touch personal data wait until
// the person agreed, either in the mini program's own dialog (onNeedPrivacyAuthorization) or in WeChat's.
import { showModal, showRequestSheet } from '../runtime/dialogs'
import { make } from '../runtime/frame/layer'
import { storageNamespace } from '../runtime/phone'
import { word } from '../runtime/words'
import { ApiError, apis } from './call'

type Answer = { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }
type Listener = (resolve: (answer: Answer) => void, event: { referrer: string }) => void

const key = () => `${storageNamespace()}privacy`
let listener: Listener | undefined
const waiting: ((agreed: boolean) => void)[] = []

export const hasAgreed = () => localStorage.getItem(key()) === 'agreed'

/** Buttons for agreeing that were pressed. */
const pressed = new Set<string>()

/** The person agreed: remembered. What waits goes on when the mini program says so. */
export function agreeToPrivacy(buttonId = ''): void {
  localStorage.setItem(key(), 'agreed')
  pressed.add(buttonId)
}

/** WeChat goes on only if the button was pressed that the mini program names. */
function goOn(buttonId = ''): void {
  if (!pressed.has(buttonId)) {
    console.error(`onNeedPrivacyAuthorization: no button "${buttonId}" with agreePrivacyAuthorization was pressed`)
    return
  }
  for (const go of waiting.splice(0)) go(true)
}

function disagree(): void {
  for (const go of waiting.splice(0)) go(false)
}

/**
 * Waits for consent before an API that touches personal data runs.
 * @throws ApiError with errno 104 when the person declined.
 */
export async function privacyGate(referrer: string): Promise<void> {
  if (hasAgreed()) return
  const agreed = listener ? await askListener(listener, referrer) : await askInDialog()
  if (!agreed) throw new ApiError('privacy permission is not authorized', { errno: 104 })
}

function askListener(ask: Listener, referrer: string): Promise<boolean> {
  return new Promise((done) => {
    waiting.push(done)
    if (waiting.length > 1) return
    ask(
      ({ event, buttonId }) => {
        if (event === 'agree') goOn(buttonId)
        if (event === 'disagree') disagree()
      },
      { referrer },
    )
  })
}

async function askInDialog(): Promise<boolean> {
  const text = make('p', 'host-request-text', word('privacyNote'), make('b', 'host-link', word('privacyContract')))
  const agreed = await showRequestSheet({ title: word('privacyTitle'), content: [text], accept: word('agree') })
  if (agreed) agreeToPrivacy()
  return agreed
}

export const privacy = {
  onNeedPrivacyAuthorization: (ask: Listener) => {
    listener = ask
  },
  ...apis({
    getPrivacySetting: () => ({ needAuthorization: !hasAgreed(), privacyContractName: word('privacyContract') }),
    requirePrivacyAuthorize: () => privacyGate('requirePrivacyAuthorize'),
    openPrivacyContract: async () => {
      await showModal({ title: word('privacyContract'), content: '—', showCancel: false })
    },
  }),
}
