// A network index in a process of its own, writing its snapshot again and again and making its next generation whenever it can: to be killed.
import { startNetworkIndex } from '../network-index.ts'

const [url = '', snapshotFile = ''] = process.argv.slice(2)
const index = startNetworkIndex(url, {
  snapshotFile,
  snapshotEveryMs: 1,
  pollMs: 5,
  rebuildFrom: 0,
  rebuildAt: 2,
  onError: (error) => console.error(error),
})
await index.caughtUp()
console.log('held')
