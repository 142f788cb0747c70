/** WXSS to CSS. */
import { convertLengths } from '../../../../emulator/web-host/build/units'
import { removeFolders, sheet } from './compile'

afterEach(removeFolders)

test('750 rpx are the width of the screen', () => {
  expect(sheet({ 'a.wxss': '.x{width:750rpx;margin:-15rpx .5rpx}' })).toBe('.x{width:100vw;margin:-2vw 0.0667vw}')
})

test('vh counts the page area, safe areas are the phone’s', () => {
  expect(convertLengths('calc(100vh - 10px)')).toBe('calc(calc(var(--host-vh, 1vh) * 100) - 10px)')
  expect(convertLengths('env(safe-area-inset-bottom)')).toBe('var(--host-safe-bottom, 0px)')
  expect(convertLengths('constant(safe-area-inset-top, 20px)')).toBe('var(--host-safe-top, 0px)')
})

test('what looks like a length inside a data address is left alone', () => {
  const value = 'url("data:image/png;base64,AA3vh+12rpx") 2rpx'
  expect(convertLengths(value)).toBe('url("data:image/png;base64,AA3vh+12rpx") 0.2667vw')
})

test('built-in tags are renamed, other tags are not', () => {
  expect(sheet({ 'a.wxss': 'page,view>text.b,t-cell{color:red}' })).toBe('wx-page,wx-view>wx-text.b,t-cell{color:red}')
})

test('an isolated component’s classes carry its prefix, in :not() as well', () => {
  const css = sheet({ 'a.wxss': '.b.c:not(.d) .e::after{color:red}' }, { scope: 's-1', host: 'components/s/s' })
  expect(css).toBe('.s-1--b.s-1--c:not(.s-1--d) .s-1--e::after{color:red}')
})

test('an isolated component’s tag selectors reach only its own elements', () => {
  expect(sheet({ 'a.wxss': 'view{color:red}' }, { scope: 's-1', host: 's' })).toBe(
    'wx-view:where([class*="s-1--"]){color:red}',
  )
})

test(':host is the component’s element, whatever its isolation', () => {
  const css = ':host([hidden]) .b{color:red}:host{display:block}'
  expect(sheet({ 'a.wxss': ':host{display:block}' }, { host: 'components/s/s' })).toBe(
    '[wx-is="components/s/s"]{display:block}',
  )
  expect(sheet({ 'a.wxss': css }, { scope: 'p', host: 's/s' })).toContain('[wx-is="s/s"]{display:block}')
})

test('@import: relative, absolute, without extension, nested', () => {
  const css = sheet({
    'a.wxss': '@import "./s/b.wxss";@import "/c";.a{}',
    's/b.wxss': '@import url(../d.wxss);.b{}',
    'c.wxss': '.c{}',
    'd.wxss': '.d{width:7.5rpx}',
  })
  expect(css.replace(/\s/g, '')).toBe('.d{width:1vw}.b{}.c{}.a{}')
})

test('@import of nothing, and of itself', () => {
  expect(() => sheet({ 'a.wxss': '\n@import "./none.wxss";' })).toThrow('a.wxss:2: @import "./none.wxss" is not found')
  expect(() => sheet({ 'a.wxss': '@import "./b";', 'b.wxss': '@import "./a";' })).toThrow('imports itself')
})

test('a syntax error names its line', () => {
  expect(() => sheet({ 'a.wxss': '.a{color:red}\n.b{color:red' })).toThrow(/a\.wxss:2: /)
})

test('local files cannot be loaded from WXSS', () => {
  expect(() => sheet({ 'a.wxss': '\n\n.a{background:url(../x.png)}' })).toThrow(
    'a.wxss:3: WXSS cannot load the local file "../x.png"',
  )
  expect(sheet({ 'a.wxss': '.a{background:url(data:image/png;base64,AA)}' })).toContain('data:image/png')
})

test('keyframes keep their steps', () => {
  expect(sheet({ 'a.wxss': '@keyframes k{from{width:0}to{width:75rpx}}' }, { scope: 's' })).toContain(
    'from{width:0}to{width:10vw}',
  )
})
