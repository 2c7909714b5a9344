// /metrics is there for whoever has the token, and for nobody else.
import { readFileSync } from 'node:fs'
import type { IndexFigures } from '@entregent/core/network/network-index.ts'
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

const toldIn = (text: string) => (name: string) => {
  const value = new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1]
  return value === undefined ? undefined : Number(value)
}

describe('/metrics', () => {
  it('tells the figures of the network index and of the process', async () => {
    const response = await metricsPage(token, () => figures)(`Bearer ${token}`)
    expect(response.headers.get('content-type')).toContain('text/plain')
    const told = toldIn(await response.text())
    expect(told('entregent_network_index_ready')).toBe(0)
    expect(told('entregent_network_index_lag_seconds')).toBe(12.5)
    expect(told('entregent_network_index_changes_behind')).toBe(3)
    expect(told('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
  })

  it('counts heavy questions since the start, at each reading the same', async () => {
    const page = metricsPage(token, () => figures)
    await page(`Bearer ${token}`)
    const text = await (await page(`Bearer ${token}`)).text()
    expect(text).toContain('# TYPE entregent_network_index_heavy_questions_total counter')
    expect(toldIn(text)('entregent_network_index_heavy_questions_total')).toBe(5)
    expect(toldIn(text)('entregent_network_index_heavy_questions_late_total')).toBe(2)
  })

  it('tells nothing that the operators’ page does not explain', async () => {
    const text = await (await metricsPage(token, () => figures)(`Bearer ${token}`)).text()
    const names = Array.from(text.matchAll(/^# HELP entregent_network_index_(\w+) /gmu), ([, name]) => name)
    const page = readFileSync(new URL('../../docs/hosting.md', import.meta.url), 'utf8')
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([])
  })

  it('leaves out what is not there yet, and tells it once it is', async () => {
    let now: IndexFigures = { ...figures, state: 'loading', lagMs: 0, members: 0, loadMs: undefined }
    const page = metricsPage(token, () => now)
    const read = async () => toldIn(await (await page(`Bearer ${token}`)).text())
    const early = await read()
    for (const name of ['lag_seconds', 'members', 'load_seconds', 'snapshot_bytes', 'snapshot_timestamp_seconds']) {
      expect(early(`entregent_network_index_${name}`)).toBeUndefined()
    }
    expect(early('entregent_network_index_ready')).toBe(0)
    now = { ...figures, state: 'ready', lagMs: 0, snapshot: { bytes: 77, sequence: 1, ms: 2, at: 3_000 } }
    const later = await read()
    expect(later('entregent_network_index_lag_seconds')).toBe(0)
    expect(later('entregent_network_index_members')).toBe(7)
    expect(later('entregent_network_index_snapshot_bytes')).toBe(77)
    expect(later('entregent_network_index_snapshot_timestamp_seconds')).toBe(3)
  })

  it.each([undefined, '', 'Bearer ', 'Bearer another-token-of-test', token, `Bearer ${token} `])('is not there for %j', async (given) => {
    await expect(metricsPage(token, () => figures)(given)).rejects.toMatchObject({ code: 'not_found' })
  })

  it('is not there at all when no token is set', async () => {
    await expect(metricsPage(undefined, () => figures)('Bearer undefined')).rejects.toMatchObject({ code: 'not_found' })
  })
})
