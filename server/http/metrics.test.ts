// /metrics is there for whoever has the token, and for nobody else.
import { describe, expect, it } from 'vitest'
import { metricsPage } from './metrics.ts'

const token = 'a-token-of-this-test'
const figures = {
  state: 'behind',
  lagMs: 12_500,
  changesBehind: 3,
  members: 7,
  ties: 9,
  bytes: 4096,
  from: 'tables',
  loadMs: 1_500,
  snapshot: undefined,
  heavyAsked: 5,
  heavyLate: 2,
} as const

describe('/metrics', () => {
  it('tells the figures of the network index and of the process', async () => {
    const response = await metricsPage(token, () => figures)(`Bearer ${token}`)
    const text = await response.text()
    expect(response.headers.get('content-type')).toContain('text/plain')
    const told = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1])
    expect(told('entregent_network_index_ready')).toBe(0)
    expect(told('entregent_network_index_lag_seconds')).toBe(12.5)
    expect(told('entregent_network_index_changes_behind')).toBe(3)
    expect(told('entregent_network_index_heavy_questions_late')).toBe(2)
    expect(told('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  })

  it.each([undefined, '', 'Bearer ', 'Bearer another-token-of-test', token, `Bearer ${token} `])('is not there for %j', async (given) => {
    await expect(metricsPage(token, () => figures)(given)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not there at all when no token is set', async () => {
    await expect(metricsPage(undefined, () => figures)('Bearer undefined')).rejects.toMatchObject({ code: 'not_found' })
  })
})
