import { environment } from './lib/environment'

// Starts the mini program: the cloud environment and nothing else; pages load what they need themselves.
App({
  onLaunch() {
    wx.cloud.init({ ...(environment !== '' && { env: environment }), traceUser: false })
  },
})
