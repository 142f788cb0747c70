/** Applications, and the claims that keep a person and an account to one card. */
import type { Document } from '../../../domain/identity'
import type { Language } from '../../../domain/language'
import type { DocumentView } from '../../../domain/registration/api'
import type { Study } from '../../../domain/registration/form'
import type { ApplicationLife, ReviewResult } from '../../../domain/registration/life'
import type { PaperEntry } from '../../../domain/registration/paper'
import type { Decision } from '../../../domain/review/decision'
import type { Hold } from '../../../domain/review/hold'
import type { MatchKind } from '../../../domain/review/match-kind'
import type { Day, Instant } from '../../../domain/time/shanghai'
import type { Sealed } from '../sealed'

/** The versions of both texts that somebody agreed to, and when. */
export type GivenConsent = { privacy: string; document: string; at: Instant }

/** Key: random. Document and phone number are stored sealed only. */
export type ApplicationRecord = ApplicationLife & {
  /** Null for a form on paper: its person has no account until they activate. */
  openid: string | null
  /** Entered on somebody's behalf. */
  paper?: PaperEntry
  /** Number of the older card that it asks for (domain/registration/older-card); null when there is none any more. */
  collects?: string | null
  /** Mirrors `decision`, so that the queue can be read by an index. */
  verdict: Decision['kind'] | 'undecided'
  /** Place in the queue: sorts by time of submission, unique. */
  position: string
  decision: Decision | null
  result: ReviewResult | null
  /** The round from which it was carried over last. */
  carriedFrom: Day | null
  /** Who has it in hand to decide it. */
  hold: Hold
  /** Results of earlier rounds, oldest first. */
  earlier: ReviewResult[]
  /** How many of them there are, so that the queue can be narrowed by it. */
  returnedBefore: number
  version: number
  language: Language
  consent: GivenConsent
  /** Given with forms that were amended later, oldest first. */
  earlierConsents?: GivenConsent[]
  nameChinese: string
  nameLatin: string
  /** As the search compares it (domain/review/search), from its first word on, its second, its last. */
  nameLatinKey: string
  nameLatinSecond?: string
  nameLatinLast?: string
  email: string
  studies: Study[]
  portrait: string
  proof: string
  documentType: Document['type']
  documentCountry: string
  documentMasked: string
  last4: string
  /** Keyed digest of the document (digest.ts), hex; of the identity when the document is an alias. */
  digest: string
  /** Null when it was shredded. */
  documentSealed: Sealed | null
  /** From when the days until shredding count: the decision or the withdrawal. Null before, and when it is done. */
  shredFrom: Instant | null
  phoneSealed: Sealed
  phoneMasked: string
  /** Who looked at the full document number, and when. */
  documentViews: DocumentView[]
  /** What the archive says, for lists; the page looks it up afresh. */
  match: MatchKind
  /** Names the import after which it was to be looked up again; '' at first (match-pending.ts). */
  matchAsked: string
}

/**
 * Keys: `document:<digest>` and `account:<openid>`. One person one identity, one account one card: both exist while an
 * application is live or a card exists, and nobody else can insert them.
 */
export type ClaimRecord = {
  application: string | null
  card: string | null
  openid: string | null
  /** The digest of the identity that this document was joined to; then the rest is null, for ever. */
  aliasOf?: string
  /** This digest was made under an earlier key, and everything of its person stands under `aliasOf` (bring-over.ts). */
  moved?: true
}
