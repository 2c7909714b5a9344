// After a page came without a reload, the focus goes to what it says, as it would had the browser loaded it: otherwise the link that was pressed
// is gone and takes the focus along. Nothing happens on the first load, nor while the focus stands in something that is still there.
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'

export function Arrival() {
  const { key, pathname, hash } = useLocation()
  const before = useRef({ key, pathname })
  useEffect(() => {
    const { key: lastKey, pathname: lastPath } = before.current
    before.current = { key, pathname }
    if (key === lastKey || hash) return
    const isLost = document.activeElement === null || document.activeElement === document.body
    if (pathname === lastPath && !isLost) return
    const content = document.getElementById('content')
    if (!content) return
    content.tabIndex = -1
    content.focus({ preventScroll: true })
  }, [key, pathname, hash])
  return null
}
