// Starts the mini program: the cloud environment and nothing else; pages load what they need themselves.
App({
  onLaunch() {
    wx.cloud.init({ traceUser: false })
  },
})
