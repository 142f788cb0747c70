/** What can go wrong in the store, told apart by what the caller can do about it. */

/** A record with this natural key exists already. */
export class Duplicate extends Error {
  constructor(
    readonly collection: string,
    readonly id: string,
  ) {
    // The key is left out: it may be derived from a person.
    super(`A record with this key exists in ${collection}`)
    this.name = 'Duplicate'
  }
}

/** The same records were being changed by others until we gave up; nothing was saved. */
export class Busy extends Error {
  constructor() {
    super('The records were being changed by others')
    this.name = 'Busy'
  }
}

const textOf = (error: unknown) => {
  const { code = '', message = '' } = (error ?? {}) as { code?: unknown; message?: unknown }
  return `${code} ${message}`
}

/**
 * True for the server's answer to a second record with the same key; the official code and the reported text differ.
 */
export function isDuplicate(error: unknown): boolean {
  return /DATABASE_DUPLICATE_WRITE|E11000/.test(textOf(error))
}

/** True when a transaction lost against another one and may be tried again. */
export function isConflict(error: unknown): boolean {
  return /TransactionConflict|TransactionBusy|DATABASE_TRANSACTION_CONFLICT/.test(textOf(error))
}
