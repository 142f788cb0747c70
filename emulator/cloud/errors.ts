/**
 * Every error the local CloudBase can answer with: a closed list of codes and the sentence that goes with each.
 * Role: the only place that knows error text. Codes and wording follow what the real service sends, because products
 * match on both (E11000, TransactionConflict, …). The numbers are those that wx-server-sdk and the phone show.
 */

const NUMBERS = {
  SYS_ERR: -501001,
  INVALID_PARAM: -501007,
  DATABASE_REQUEST_FAILED: -502001,
  DATABASE_COLLECTION_NOT_EXIST: -502005,
  DATABASE_TRANSACTION_CONFLICT: -501001,
  DATABASE_TRANSACTION_FAIL: -501001,
  STORAGE_REQUEST_FAIL: -503001,
  STORAGE_EXCEED_AUTHORITY: -503002,
  STORAGE_FILE_NONEXIST: -503003,
  STORAGE_SIGN_PARAM_INVALID: -503004,
  FUNCTIONS_REQUEST_FAIL: -504001,
  FUNCTIONS_EXECUTE_FAIL: -504002,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: -504003,
} as const

/** The closed list of server codes. */
export type ErrorCode = keyof typeof NUMBERS

/** A refusal or failure that the wire reports as `{ code, message }`; anything else thrown is a bug and becomes SYS_ERR. */
export class CloudError extends Error {
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'CloudError'
    this.code = code
  }
  /** The number that `wx.cloud` and wx-server-sdk show for this code. */
  get errCode(): number {
    return NUMBERS[this.code]
  }
}

const CHECK = 'Please check your request, but if the problem persists, contact us.'

export const transactionConflict = () =>
  new CloudError(
    'DATABASE_TRANSACTION_CONFLICT',
    `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${CHECK}`,
  )

export const transactionNotExist = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, transaction must be commit or abort in 30 seconds. ${CHECK}`,
  )

export const transactionBusy = () =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[ResourceUnavailable.TransactionBusy] Transaction is busy: another operation of the same transaction has not been answered yet. ${CHECK}`,
  )

export const whereInTransaction = (action: string) =>
  new CloudError(
    'DATABASE_TRANSACTION_FAIL',
    `[FailedOperation] ${action} by where() while a transaction is open: on the real cloud it runs outside the transaction and survives a rollback. ` +
      'Use doc() inside transactions. (Strict mode of the local CloudBase; see emulator/README.md.)',
  )

export const duplicateKey = (collection: string, index: string, key: string) =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.DuplicateWrite] multiple write errors: [{write errors: [{E11000 duplicate key error collection: tnt-local.${collection} index: ${index} dup key: ${key}}]}, {<nil>}]`,
  )

export const collectionNotExist = (name: string) =>
  new CloudError('DATABASE_COLLECTION_NOT_EXIST', `[ResourceNotFound] Db or Table not exist: ${name}. ${CHECK}`)

export const collectionExists = (name: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[ResourceInUse] Table exist: ${name}. ${CHECK}`)

export const databaseRefused = (reason: string) =>
  new CloudError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${reason}. ${CHECK}`)

export const lockWaitTimeout = () =>
  new CloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation] operation exceeded time limit while waiting for a document that an open transaction holds. ${CHECK}`,
  )

export const invalidParameter = (reason: string) => new CloudError('INVALID_PARAM', `[InvalidParameter] ${reason}`)

export const systemError = (reason: string) => new CloudError('SYS_ERR', `[InternalError] ${reason}`)

export const functionNotFound = (name: string) =>
  new CloudError('FUNCTIONS_REQUEST_FAIL', `[FUNCTION_NOT_FOUND] FunctionName parameter could not be found: ${name}`)

export const functionFailed = (reason: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', reason)

export const functionTimedOut = (name: string, seconds: number) =>
  new CloudError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `[FUNCTIONS_TIME_LIMIT_EXCEEDED] Invoking task timed out after ${seconds} seconds: ${name}`,
  )

export const payloadTooLarge = (what: string, bytes: number) =>
  new CloudError('FUNCTIONS_REQUEST_FAIL', `[PayloadTooLarge] ${what} of ${bytes} bytes exceeds 6 MB`)

export const fileNotExist = (fileId: string) =>
  new CloudError('STORAGE_FILE_NONEXIST', `storage file not exist: ${fileId}`)

export const fileRefused = (reason: string) => new CloudError('STORAGE_REQUEST_FAIL', `storage request fail: ${reason}`)

export const fileForbidden = (reason: string) =>
  new CloudError('STORAGE_EXCEED_AUTHORITY', `storage permission denied: ${reason}`)

/** Anything thrown, as an error of the closed list. */
export const asCloudError = (thrown: unknown): CloudError =>
  thrown instanceof CloudError ? thrown : systemError(thrown instanceof Error ? thrown.message : String(thrown))
