// wx.createAnimation: a recording that a view plays when it receives the result as its `animation` attribute.

const withUnit = (value: unknown) => (typeof value === 'number' ? `${value}px` : String(value))
const TRANSFORM = /^(translate|rotate|scale|skew|matrix)/

function transformText(name: string, values: unknown[]): string {
  if (name.startsWith('translate')) return `${name}(${values.map(withUnit).join(',')})`
  if (/^(rotate|skew)/.test(name) && name !== 'rotate3d')
    return `${name}(${values.map((value) => `${value}deg`).join(',')})`
  return `${name}(${values.join(',')})`
}

/** Records steps; `export()` hands them over and starts anew. */
export function createAnimation(defaults: Record<string, unknown> = {}): any {
  const steps: unknown[] = []
  let style: Record<string, string> = {}
  let transforms: string[] = []
  const recording: any = new Proxy(
    {},
    {
      get: (_, name: string) => {
        if (name === 'export') return () => ({ actions: steps.splice(0) })
        if (name === 'step') {
          return (options: Record<string, unknown> = {}) => {
            const transform = transforms.length > 0 ? { transform: transforms.join(' ') } : {}
            steps.push({ style: { ...style, ...transform }, ...defaults, ...options })
            style = {}
            transforms = []
            return recording
          }
        }
        return (...values: unknown[]) => {
          if (TRANSFORM.test(name)) transforms.push(transformText(name, values))
          else style[name] = /opacity|color/i.test(name) ? String(values[0]) : withUnit(values[0])
          return recording
        }
      },
    },
  )
  return recording
}
