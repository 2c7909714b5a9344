// The thread that does one piece of heavy work for the index's writer, and ends: half of a load, or the next generation.
import { parentPort, workerData } from 'node:worker_threads'
import { makePages, type PageWork } from '@entregent/lib/graph/compact/load.ts'
import { carryOut, type RebuildOrder } from '@entregent/lib/graph/rebuild.ts'

export type AsideWork =
  | { readonly rebuild: RebuildOrder; readonly load?: undefined }
  | { readonly load: PageWork; readonly rebuild?: undefined }

const { rebuild, load } = workerData as AsideWork
parentPort?.postMessage(rebuild ? carryOut(rebuild) : makePages(load))
