// The server that `graph-http` loads: Hono in front of the network index, one thread. Tells its parent the port when it is ready.
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { openMade } from './file.ts'
import { loadSubject } from './subject.ts'

const { network } = loadSubject({ made: openMade(process.argv[2] ?? ''), isPrivate: true })
const app = new Hono()
app.get('/degree/:viewer/:target', (context) =>
  context.json({ degree: network.degree(Number(context.req.param('viewer')), Number(context.req.param('target'))) }),
)
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, ({ port }) => process.send?.({ port }))
