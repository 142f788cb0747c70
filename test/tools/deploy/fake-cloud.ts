/**
 * A CloudBase environment and WeChat's function settings behind HTTP on 127.0.0.1, as their documents describe the calls
 * that a deployment makes. It checks the signature of every call, is slow to get a function ready, and can fail on demand.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { authorization } from '../../../cloudfunctions/notifications/tc3'

export const ACCOUNT = { id: 'AKIDtest', key: 'account-key-of-the-test' }
export const ENVIRONMENT = 'alumni-1'
export const APP = { appid: 'wx0123456789abcdef', secret: 'app-secret-of-the-test' }

type Body = Record<string, any>
type Made = {
  collections: Record<string, { acl: string; indexes: Body[] }>
  functions: Record<string, Body>
  storage: string
  http: boolean
  routes: Record<string, string>
  openapi: Record<string, string[]>
}
class Refusal extends Error {
  constructor(readonly code: string) {
    super(`refused by the fake cloud: ${code}`)
  }
}

export class FakeCloud {
  readonly made: Made = { collections: {}, functions: {}, storage: 'READONLY', http: false, routes: {}, openapi: {} }
  /** Every call that changed something. */
  readonly changes: string[] = []
  /** Called before each change; throws to fail it. */
  beforeChange: (action: string, body: Body) => void = () => {}
  /** Called after each change, before its answer; throws to lose the answer. */
  afterChange: (action: string) => void = () => {}
  private server: Server | undefined

  async start(): Promise<void> {
    this.server = createServer((request, response) => {
      this.answer(request).then((reply) => response.end(JSON.stringify(reply)))
    })
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve))
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  get address(): string {
    return `http://127.0.0.1:${(this.server!.address() as AddressInfo).port}`
  }

  private async answer(request: IncomingMessage): Promise<Body> {
    const text = Buffer.concat(await request.toArray()).toString('utf8')
    const url = new URL(request.url!, 'http://fake')
    const body: Body = JSON.parse(text)
    if (url.pathname !== '/') {
      return this.answerWechat(url, body)
    }
    try {
      const action = String(request.headers['x-tc-action'])
      checkSignature(request, text)
      return { Response: { ...this.act(action, body), RequestId: 'r' } }
    } catch (error) {
      const code = error instanceof Refusal ? error.code : 'InternalError'
      return { Response: { Error: { Code: code, Message: `${(error as Error).message} in ${text}` }, RequestId: 'r' } }
    }
  }

  private answerWechat(url: URL, body: Body): Body {
    if (url.pathname === '/cgi-bin/stable_token') {
      const isKnown = body.appid === APP.appid && body.secret === APP.secret
      return isKnown ? { access_token: 'token' } : { errcode: 40125, errmsg: 'invalid appsecret' }
    }
    if (url.searchParams.get('access_token') !== 'token' || body.env !== ENVIRONMENT || body.type !== 1) {
      return { errcode: 40097, errmsg: 'args error' }
    }
    if (url.pathname === '/tcb/uploadfuncconfig') {
      this.changes.push(`uploadfuncconfig ${body.function_name}`)
      this.made.openapi[body.function_name] = JSON.parse(body.config).permissions.openapi
      return { errcode: 0, errmsg: 'ok' }
    }
    const openapi = this.made.openapi[body.function_name]
    const config = JSON.stringify({ permissions: { openapi } })
    return openapi ? { errcode: 0, errmsg: 'ok', config } : { errcode: 85089, errmsg: 'config not exist' }
  }

  private act(action: string, body: Body): Body {
    const read = this.reads[action]
    if (read) {
      return read(body)
    }
    const change = this.writes[action]
    if (!change) {
      throw new Refusal('InvalidAction')
    }
    this.beforeChange(action, body)
    change(body)
    this.changes.push(action)
    this.afterChange(action)
    return {}
  }

  private readonly reads: Record<string, (body: Body) => Body> = {
    DescribeEnvs: () => ({ EnvList: [environment] }),
    ListTables: ({ MgoLimit, MgoOffset }) => {
      const names = Object.keys(this.made.collections).slice(MgoOffset, MgoOffset + MgoLimit)
      // An environment without collections answers null.
      return { Tables: names.length > 0 ? names.map((TableName) => ({ TableName })) : null }
    },
    DescribeTable: ({ TableName }) => ({ Indexes: this.collection(TableName).indexes }),
    DescribeDatabaseACL: ({ CollectionName }) => ({ AclTag: this.collection(CollectionName).acl }),
    DescribeStorageSafeRule: () => ({ AclTag: this.made.storage }),
    ListFunctions: ({ Limit, Offset }) => ({
      Functions: Object.keys(this.made.functions)
        .slice(Offset, Offset + Limit)
        .map((FunctionName) => ({ FunctionName })),
    }),
    GetFunction: ({ FunctionName }) => this.look(FunctionName),
    DescribeCloudBaseGWAPI: () => {
      if (!this.made.http) {
        throw new Refusal('ResourceNotFound')
      }
      return { EnableService: true, APISet: Object.entries(this.made.routes).map(([Path, Name]) => ({ Path, Name })) }
    },
  }

  private readonly writes: Record<string, (body: Body) => void> = {
    CreateTable: ({ TableName }) => {
      if (TableName in this.made.collections) {
        throw new Refusal('ResourceInUse.TableExist')
      }
      const own = { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true }
      this.made.collections[TableName] = { acl: 'PRIVATE', indexes: [own] }
    },
    UpdateTable: ({ TableName, CreateIndexes = [], DropIndexes = [] }) => {
      const found = this.collection(TableName)
      for (const { IndexName } of DropIndexes) {
        if (!found.indexes.some(({ Name }) => Name === IndexName)) {
          throw new Refusal('ResourceNotFound.Index')
        }
      }
      found.indexes = found.indexes.filter(({ Name }) => !DropIndexes.some((each: Body) => each.IndexName === Name))
      for (const { IndexName, MgoKeySchema } of CreateIndexes) {
        if (found.indexes.some(({ Name }) => Name === IndexName)) {
          throw new Refusal('ResourceInUse.IndexExist')
        }
        found.indexes.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique })
      }
    },
    ModifyDatabaseACL: ({ CollectionName, AclTag }) => {
      this.collection(CollectionName).acl = AclTag
    },
    ModifyStorageSafeRule: ({ AclTag }) => {
      this.made.storage = AclTag
    },
    CreateFunction: ({ FunctionName, ...body }) => {
      if (FunctionName in this.made.functions) {
        throw new Refusal('ResourceInUse.Function')
      }
      this.made.functions[FunctionName] = { ...body, Triggers: [], looks: 0 }
    },
    UpdateFunctionConfiguration: ({ FunctionName, ...body }) => {
      Object.assign(this.ready(FunctionName), body, { looks: 0 })
    },
    UpdateFunctionCode: ({ FunctionName, Code }) => {
      Object.assign(this.ready(FunctionName), { Code, looks: 0 })
    },
    BatchCreateTrigger: ({ FunctionName, Triggers }) => {
      for (const { TriggerName, Type, TriggerDesc } of JSON.parse(Triggers)) {
        const { Triggers: have } = this.ready(FunctionName)
        if (have.some((each: Body) => each.TriggerName === TriggerName)) {
          throw new Refusal('ResourceInUse.Trigger')
        }
        // Given plainly, given back inside JSON.
        have.push({
          TriggerName,
          Type,
          TriggerDesc: JSON.stringify({ cron: TriggerDesc }),
        })
      }
    },
    DeleteTrigger: ({ FunctionName, TriggerName }) => {
      const found = this.ready(FunctionName)
      if (!found.Triggers.some((each: Body) => each.TriggerName === TriggerName)) {
        throw new Refusal('ResourceNotFound.Trigger')
      }
      found.Triggers = found.Triggers.filter((each: Body) => each.TriggerName !== TriggerName)
    },
    ModifyCloudBaseGWPrivilege: ({ EnableService }) => {
      this.made.http = EnableService
    },
    CreateCloudBaseGWAPI: ({ Path, Name }) => {
      if (Path in this.made.routes) {
        throw new Refusal('ResourceInUse.APIExist')
      }
      this.made.routes[Path] = Name
    },
  }

  private collection(name: string) {
    const found = this.made.collections[name]
    if (!found) {
      throw new Refusal('ResourceNotFound')
    }
    return found
  }

  /** A function is not ready until it has been looked at, or asked in vain, twice. */
  private look(name: string): Body {
    const found = this.made.functions[name]
    if (!found) {
      throw new Refusal('ResourceNotFound.Function')
    }
    found.looks += 1
    const { Code: _, looks, ...told } = found
    return { ...told, Status: looks > 1 ? 'Active' : 'Updating' }
  }

  private ready(name: string): Body {
    const found = this.made.functions[name]
    if (!found) {
      throw new Refusal('ResourceNotFound.Function')
    }
    if (found.looks < 2) {
      found.looks += 1
      throw new Refusal('FailedOperation.FunctionStatusError')
    }
    return found
  }
}

const environment = {
  EnvId: ENVIRONMENT,
  Status: 'NORMAL',
  Databases: [{ InstanceId: 'tnt-1' }],
  Storages: [{ Bucket: 'bucket-1' }],
  Functions: [{ Namespace: ENVIRONMENT }],
  LogServices: [{ TopicId: 'topic', LogsetId: 'logset' }],
}

function checkSignature({ headers }: IncomingMessage, body: string): void {
  const given = String(headers.authorization)
  const service = /\/(\w+)\/tc3_request/.exec(given)?.[1] ?? ''
  const signed = { 'content-type': String(headers['content-type']), host: String(headers.host) }
  const timestamp = Number(headers['x-tc-timestamp'])
  if (given !== authorization({ secret: ACCOUNT, service, headers: signed, body, timestamp })) {
    throw new Refusal('AuthFailure.SignatureFailure')
  }
}
