/** The parts of a CloudBase environment that later calls name: its database, bucket, namespace and log topic. */
import type { TencentApi } from './tencent-api'

export type Environment = {
  id: string
  database: string
  bucket: string
  namespace: string
  log: { ClsTopicId?: string; ClsLogsetId?: string }
}

/** @throws Error with a sentence when the account has no such environment or it is not ready */
export async function findEnvironment(api: TencentApi, id: string): Promise<Environment> {
  const { EnvList } = await api('tcb', 'DescribeEnvs', { EnvId: id })
  const found = (EnvList ?? []).find((each: { EnvId: string }) => each.EnvId === id)
  if (!found) {
    throw new Error(
      `This account has no environment ${id}. Are the keys those of the account to which the mini program's CloudBase belongs ` +
        '(腾讯云控制台, 其他登录方式 → 微信公众平台)?',
    )
  }
  if (found.Status !== 'NORMAL') {
    throw new Error(`The environment ${id} is ${found.Status}, not NORMAL: 云开发控制台 → 环境 says why.`)
  }
  const [log] = found.LogServices ?? []
  return {
    id,
    database: found.Databases[0].InstanceId,
    bucket: found.Storages[0].Bucket,
    namespace: found.Functions[0].Namespace,
    log: log ? { ClsTopicId: log.TopicId, ClsLogsetId: log.LogsetId } : {},
  }
}

/** How the database is named in calls about collections. */
export function connectorOf({ id, database }: Environment) {
  return { EnvId: id, MongoConnector: { InstanceId: 'flexdb', DatabaseName: database } }
}
