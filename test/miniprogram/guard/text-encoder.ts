/** jsdom has no TextEncoder, which @noble/curves asks for when the rules are loaded from their source. Import it first. */
import { TextEncoder } from 'node:util'

Object.assign(globalThis, { TextEncoder })
