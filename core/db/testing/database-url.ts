// The URL of another database on the same server.

export function databaseUrl(serverUrl: string, databaseName: string): string {
  // `postgresql:///name?host=/socket` has an empty authority, which URL refuses: lend it one.
  const lent = serverUrl.startsWith('postgresql:///')
  const url = new URL(lent ? serverUrl.replace('postgresql:///', 'postgresql://placeholder/') : serverUrl)
  url.pathname = `/${databaseName}`
  return lent ? url.href.replace('postgresql://placeholder/', 'postgresql:///') : url.href
}
