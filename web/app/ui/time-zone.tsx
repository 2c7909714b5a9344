// A newcomer's times are told in UTC until somebody says where they are: the browser knows, and says so once. Who chooses UTC afterwards keeps it.
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'
import { useTimeZone } from './locale.tsx'

const told = 'time-zone-told'

export function TimeZoneOnce() {
  const timeZone = useTimeZone()
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const here = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (timeZone !== 'UTC' || !here || here === 'UTC' || localStorage.getItem(told)) return
    localStorage.setItem(told, here)
    void fetch('/settings', { method: 'POST', body: new URLSearchParams({ act: 'time-zone', timeZone: here }) }).then(
      () => revalidate(),
      () => localStorage.removeItem(told), // offline: the next page says it
    )
  }, [timeZone, revalidate])
  return null
}
