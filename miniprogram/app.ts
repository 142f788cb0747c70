import { environment } from './lib/environment'
import { offerUpdate, watchForUpdate } from './services/update'

// Starts the mini program: the cloud environment and the wait for a newer version; pages load what they need themselves.
App({
  onLaunch() {
    wx.cloud.init({ ...(environment !== '' && { env: environment }), traceUser: false })
    watchForUpdate()
  },
  onShow() {
    offerUpdate()
  },
})
