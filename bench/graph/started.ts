// A hosted index in a process of its own, so that its memory is its own: started by start.ts with the database's address and the snapshot's file; tells
// how it began, and what it is like once its snapshot is written.
import { startNetworkIndex } from '@entregent/core/network/network-index.ts'

const [url = '', snapshotFile = ''] = process.argv.slice(2)
const index = startNetworkIndex(url, { snapshotFile, onError: (error) => console.error(error) })
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5))
}
await until(() => index.network !== undefined)
const { from, loadMs, ties, bytes } = index.figures
const peakRss = () => process.resourceUsage().maxRSS * 1024
// What the load took is given back within a moment.
await new Promise((resolve) => setTimeout(resolve, 1_000))
const started = { from, ms: loadMs, ties, indexBytes: bytes, rss: process.memoryUsage.rss(), peakRss: peakRss() }
if (from === 'tables') await until(() => index.figures.snapshot !== undefined)
process.send?.({ ...started, snapshot: index.figures.snapshot })
await index.stop()
process.disconnect?.()
