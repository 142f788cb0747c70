// The people of the demonstration (dist/web-host/people.json, written by emulator/seed) and how a phone learns whose it is.

export type Role = 'alumnus' | 'reviewer' | 'guard' | 'admin'

export interface Person {
  openid: string
  name: string
  nameEn?: string
  role: Role | (string & {})
  phoneNumber?: string
  /** Page to open first, without a leading slash. */
  startPage?: string
  /** What to type while playing this person. */
  facts?: readonly { label: { zh: string; en: string }; value: string }[]
}

/** Reads people.json. The build leaves a plain one there until emulator/seed writes its own. */
export async function readPeople(): Promise<readonly Person[]> {
  const response = await fetch('/people.json')
  return response.ok ? response.json() : []
}
