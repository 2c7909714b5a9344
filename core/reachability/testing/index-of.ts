// A network index for tests, read from the rows at once: the obvious network, filled as the real one is.
import { createNaiveNetwork } from '@entregent/lib/graph/naive.ts'
import { ownStrength } from '@entregent/lib/policy/tie-strength.ts'
import type { Db } from '../../db/connect.ts'
import { serveHere } from '../../network/heavy-questions.ts'
import type { NetworkIndex } from '../../services/services.ts'

export async function indexOf(db: Db): Promise<NetworkIndex> {
  const network = createNaiveNetwork()
  const ties = await db.selectFrom('connection').selectAll().execute()
  const members = await db.selectFrom('member').select(['id', 'showsConnections']).execute()
  network.load(
    ties.map((tie) => ({
      lowId: tie.lowId,
      highId: tie.highId,
      lowOwn: ownStrength(tie.lowStrength as 1 | 2 | 3 | null),
      highOwn: ownStrength(tie.highStrength as 1 | 2 | 3 | null),
      shared: tie.sharedStrength,
      hidden: tie.hiddenByLow || tie.hiddenByHigh,
    })),
    members.map(({ id, showsConnections }) => ({ id, shown: showsConnections === true })),
  )
  return { network: serveHere(network), appliedSeq: 0 }
}
