// The behaviours that WeChat offers by name ("wx://form-field" and its kin), resolved when a component lists them.

const named: Record<string, any> = {}

const DEFINITIONS: Record<string, any> = {
  'wx://form-field': { properties: { name: String, value: null } },
  'wx://form-field-group': {},
  'wx://form-field-button': {},
  'wx://component-export': {
    definitionFilter: (definition: any) => {
      const original = definition.export
      if (!original) return
      definition.export = function exported(this: any) {
        return original.call(this)
      }
    },
  },
}

/** Registers them in the code space. */
export function namedBehaviors(code: any): void {
  for (const [name, definition] of Object.entries(DEFINITIONS)) {
    named[name] = code.behavior().definition(definition).register()
  }
}

/** Makes Page, Component and Behavior accept them by name. */
export function builtInBehaviors(scope: any): void {
  for (const kind of ['Page', 'Component', 'Behavior']) {
    const define = scope[kind]
    scope[kind] = Object.assign((definition: any) => define(withBehaviors(definition)), define)
  }
}

function withBehaviors(definition: any): any {
  if (!definition?.behaviors) return definition
  const behaviors = definition.behaviors.map((behavior: any) => {
    if (typeof behavior !== 'string') return behavior
    const found = named[behavior]
    if (!found) throw new Error(`the built-in behaviour "${behavior}" is not available in the web host`)
    return found
  })
  return { ...definition, behaviors: behaviors.filter(Boolean) }
}
