/**
 * The invitation code in the address of the joining page: `?code=` of a shared card, or `scene` of a mini program code, which
 * WeChat hands over encoded and which is either the bare code or `code=…`.
 */
export function codeOf({ code, scene }: { code?: string | undefined; scene?: string | undefined }): string {
  if (code) {
    return decode(code)
  }
  const text = decode(scene ?? '')
  return text.startsWith('code=') ? text.slice('code='.length) : text
}

// WeChat decodes some addresses and not others; a stray % must not stop anybody from joining.
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
