// Where to go next, as a URL says it: only ever a page of ours.

/** The path, query and fragment when `text` is a local path such as `/p/zoe?x=1`, else `/`. */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/'
  const here = 'http://here.invalid'
  const url = URL.parse(text, here)
  return url?.origin === here && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : '/'
}

/** The page that a form was sent from, when it is one of ours. */
export function refererPath(request: Request, publicUrl: string): string {
  const referer = URL.parse(request.headers.get('referer') ?? '')
  return referer?.origin === publicUrl ? localPath(referer.pathname + referer.search) : '/'
}
