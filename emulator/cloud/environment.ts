/** The environment variables that make the unmodified SDKs talk to this emulator instead of the cloud. */

export const ENV_NAME = 'local-env'

/** Variables for any program that uses the SDKs; `url` is the emulator's base address. */
export const sdkEnvironment = (url: string): Record<string, string> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  // Inside "SCF" the SDK takes secrets from the environment and looks no metadata host up.
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  SCF_NAMESPACE: ENV_NAME,
  TCB_ENV: ENV_NAME,
  TENCENTCLOUD_SECRETID: 'local-id',
  TENCENTCLOUD_SECRETKEY: 'local-key',
  TENCENTCLOUD_SESSIONTOKEN: 'local',
})
