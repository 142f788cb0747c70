/** The XML in which WeChat's server speaks: flat, texts in CDATA. The reader is for what this emulator is answered, no more. */

/** `<xml><A><![CDATA[…]]></A>…</xml>`; numbers stand without CDATA, as WeChat writes them. */
export const toXml = (fields: Readonly<Record<string, string | number>>): string => {
  const children = Object.entries(fields).map(([name, value]) => {
    return `<${name}>${typeof value === 'number' ? value : `<![CDATA[${value}]]>`}</${name}>`
  })
  return `<xml>${children.join('\n')}</xml>`
}

/** The texts of flat XML by name; null when there is none. */
export const fromXml = (text: string): Record<string, string> | null => {
  const fields = [...text.matchAll(/<(\w+)>(?:<!\[CDATA\[([\s\S]*?)\]\]>|([^<]*))<\/\1>/g)]
  if (!text.startsWith('<xml>') || fields.length === 0) return null
  return Object.fromEntries(fields.map(([, name, cdata, plain]) => [name, cdata ?? plain ?? '']))
}
