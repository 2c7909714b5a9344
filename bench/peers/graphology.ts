// graphology: a graph of objects in this process. To 100,000 members only: its maps cannot hold the edges of a million.
import { digests } from '../graph/queries.ts'
import { peerPackage } from './packages.ts'
import type { OpenPeer, Peer } from './peer.ts'
import { rowsOf } from './rows.ts'

interface Graph {
  addNode(node: number): void
  addUndirectedEdge(from: number, to: number, attributes: { open: boolean }): void
  hasEdge(from: number, to: number): boolean
  forEachEdge(node: number, visit: (edge: string, attributes: { open: boolean }, source: string, target: string) => void): void
}

export const graphology: Peer = {
  name: 'graphology',
  atMost: 100_000,
  async open(view): Promise<OpenPeer> {
    const { UndirectedGraph } = peerPackage<{ UndirectedGraph: new () => Graph }>('graphology')
    const before = process.memoryUsage().heapUsed
    const graph = new UndirectedGraph()
    const { members, starts, to, open } = rowsOf(view)
    for (let id = 1; id <= members; id++) graph.addNode(id)
    for (let id = 1; id <= members; id++) {
      for (let at = starts[id - 1] as number; at < (starts[id] as number); at++) {
        if ((to[at] as number) > id) graph.addUndirectedEdge(id, to[at] as number, { open: open[at] === 1 })
      }
    }
    const around = (id: string | number, ownToo: boolean) => {
      const found = new Set<string>()
      graph.forEachEdge(Number(id), (_, { open: isOpen }, source, target) => {
        if (ownToo || isOpen) found.add(source === String(id) ? target : source)
      })
      return found
    }
    function degree(viewer: number, target: number): number {
      if (graph.hasEdge(viewer, target)) return 1
      const near = around(viewer, true)
      const far = around(target, false)
      if (!near.isDisjointFrom(far)) return 2
      const [fewer, others] = near.size < far.size ? [near, far] : [far, near]
      for (const id of fewer) if (!around(id, false).isDisjointFrom(others)) return 3
      return 4
    }
    const secondOf = (viewer: number) => {
      const near = around(viewer, true)
      const found = new Set<string>()
      for (const id of near) for (const next of around(id, false)) if (!near.has(next) && next !== String(viewer)) found.add(next)
      return found.size
    }
    const bytes = process.memoryUsage().heapUsed - before
    return {
      questions: {
        degree: ({ viewer, target }) => digests.degree(degree(viewer, target)),
        mutual: ({ viewer, target }) => digests.set(Array.from(around(viewer, true).intersection(around(target, false)), Number)),
        second: ({ viewer }) => digests.count(secondOf(viewer)),
      },
      storageBytes: () => bytes,
      close: async () => {},
    }
  },
}
