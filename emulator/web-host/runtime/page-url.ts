// Addresses of pages, as routes and the launch options have them.
import { resolveReference } from '../build/sources-path'

/** "pages/a?x=1" from page `from` → path and query; WeChat leaves the query's percent signs to the page. */
export function parsePageUrl(url: string, from = ''): { path: string; query: Record<string, string> } {
  const [address = '', search = ''] = url.split('?', 2)
  const query: Record<string, string> = {}
  for (const part of search.split('&').filter(Boolean)) {
    const [name = '', ...rest] = part.split('=')
    query[name] = rest.join('=')
  }
  return { path: resolveReference(from, address), query }
}
