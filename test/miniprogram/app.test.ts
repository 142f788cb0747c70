/** Starting: the environment that the deployment named, or the account's default one. */
const named = { environment: '' }
jest.mock('../../miniprogram/lib/environment', () => named)

function launch(): jest.Mock {
  const init = jest.fn()
  const getUpdateManager = () => ({ onUpdateReady: () => undefined })
  Object.assign(globalThis, {
    wx: { cloud: { init }, getUpdateManager },
    App: (app: { onLaunch: () => void }) => app.onLaunch(),
  })
  jest.isolateModules(() => require('../../miniprogram/app'))
  return init
}

test('a mini program that was built for an environment talks to that one', () => {
  named.environment = 'alumni-1'
  expect(launch()).toHaveBeenCalledWith({ env: 'alumni-1', traceUser: false })
})

test('without one the platform takes its default; an empty name is never sent', () => {
  named.environment = ''
  expect(launch()).toHaveBeenCalledWith({ traceUser: false })
})
