// The thread that makes one next generation of the network index, and ends.
import { parentPort, workerData } from 'node:worker_threads'
import { carryOut, type RebuildOrder } from '@entregent/lib/graph/rebuild.ts'

parentPort?.postMessage(carryOut(workerData as RebuildOrder))
