// Live updates: one event stream a page; whatever happened, the page reads itself again. Without it, the page works all the same.
import { useEffect } from 'react'
import { useRevalidator } from 'react-router'

export function Live() {
  const { revalidate } = useRevalidator()
  useEffect(() => {
    const source = new EventSource('/live')
    const refresh = () => void revalidate()
    source.addEventListener('open', refresh) // what happened since the page was made, or while the stream was broken
    for (const topic of ['today', 'conversation']) source.addEventListener(topic, refresh)
    return () => source.close()
  }, [revalidate])
  return null
}
