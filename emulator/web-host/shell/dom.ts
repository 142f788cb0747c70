// Small builders for the desk's elements.

type Children = readonly (Node | string | false | undefined)[]

/** An element with a class and children; falsy children are left out. */
export function el(tag: string, className = '', ...children: Children): HTMLElement {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.append(...children.filter((child): child is Node | string => Boolean(child)))
  return element
}

/** A button that calls `act`. */
export function button(className: string, content: Node | string, act: () => void, hint = ''): HTMLButtonElement {
  const element = el('button', className, content) as HTMLButtonElement
  element.type = 'button'
  element.onclick = act
  if (hint) {
    element.title = hint
    element.ariaLabel = hint
  }
  return element
}

/** A drop-down list. */
export function select<T extends string | number>(
  className: string,
  options: readonly (readonly [T, string])[],
  value: T,
  change: (value: T) => void,
): HTMLSelectElement {
  const element = el('select', className) as HTMLSelectElement
  for (const [key, text] of options) element.append(new Option(text, String(key), false, key === value))
  element.onchange = () => change(options[element.selectedIndex]![0])
  return element
}
