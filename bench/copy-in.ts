// COPY from this side, which `pg` leaves to whoever hands it a query of their own.
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import type pg from 'pg'

/** Copies the chunks, each of whole rows, `into` a table: `copy … from stdin`. Fails as the database does. */
export function copyIn(client: pg.Client, into: string, chunks: Iterable<Buffer>): Promise<void> {
  return new Promise((resolve, reject) => {
    let failure: Error | undefined
    const copy = {
      submit: (connection: pg.Connection) => connection.query(`copy ${into}`),
      async handleCopyInResponse(connection: pg.Connection & { sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void }) {
        for (const chunk of chunks) {
          connection.sendCopyFromChunk(chunk)
          if ((connection.stream as Writable).writableNeedDrain) await once(connection.stream, 'drain')
        }
        connection.endCopyFrom()
      },
      handleCommandComplete() {},
      handleReadyForQuery: () => (failure ? reject(failure) : resolve()),
      handleError(error: Error) {
        failure = error
        reject(error)
      },
    }
    client.query(copy as unknown as pg.Submittable)
  })
}
