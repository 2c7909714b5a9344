// How long a member waits for a page: from sending the request to its last byte, one after the other over one kept connection, the server a
// process of its own. Person pages of random people first, then searches for what random people are called or do.
import { Agent, get } from 'node:http'
import { startSession } from '@entregent/core/members/sessions.ts'
import { startChildServer } from '@entregent/server/testing/child-server.ts'
import { createRandom } from '../seed/random.ts'
import type { City, Measure } from './city.ts'
import { percentiles } from './percentiles.ts'

interface Answer {
  readonly status: number
  readonly bytes: number
  readonly ms: number
}

/** Measures `count` (500) person pages and as many searches; true when every one was answered with 200. */
export async function measurePages(city: City, { seed, count = 500 }: Measure): Promise<boolean> {
  const { db, url, dataDir, memberIds } = city
  const random = createRandom(seed)
  const server = await startChildServer({ DATABASE_URL: url, DATA_DIR: dataDir })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    const people = await db
      .selectFrom('member')
      .select(['id', 'handle', 'givenName', 'familyName'])
      .where('findableBy', 'in', ['members', 'anyone'])
      .orderBy('id')
      .execute()
    const skills = await db.selectFrom('skill').select(['nameEn', 'nameFr']).orderBy('id').execute()
    const viewerId = random.pick(memberIds)
    const cookie = `__Host-session=${await startSession(db, viewerId, 'bench')}`
    const measure = async (bench: string, paths: readonly string[]) => {
      const answers: Answer[] = []
      for (const path of paths) answers.push(await timed(agent, `${server.url}${path}`, cookie))
      const common = { viewer: viewerId, members: memberIds.length, ties: city.tieCount, tiesFrom: city.ties, seed }
      console.log(JSON.stringify({ bench, ...summary(answers), ...common }))
      return answers.every(({ status }) => status === 200)
    }

    // The first pages of a new process compile what the others run: twenty of other people are not counted.
    for (const { handle } of random.sample(people, 20)) await timed(agent, `${server.url}/p/${handle}`, cookie)
    const persons = await measure(
      'person page',
      random.sample(people, count).map(({ handle }) => `/p/${handle}`),
    )
    const searches = await measure(
      'search page',
      Array.from({ length: count }, (_, place) => {
        const { givenName, familyName } = random.pick(people)
        const skill = random.pick(skills)
        const text = place % 2 === 0 ? `${givenName} ${familyName}` : (skill.nameFr ?? skill.nameEn ?? '')
        return `/people?q=${encodeURIComponent(text)}`
      }),
    )
    return persons && searches
  } finally {
    agent.destroy()
    await server.stop()
  }
}

function timed(agent: Agent, url: string, cookie: string): Promise<Answer> {
  const started = performance.now()
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { cookie, 'accept-encoding': 'gzip' } }, (response) => {
      let bytes = 0
      response.on('data', (chunk: Buffer) => {
        bytes += chunk.length
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, bytes, ms: performance.now() - started }))
      response.on('error', reject)
    })
    request.on('error', reject)
  })
}

function summary(answers: readonly Answer[]) {
  const { p50, p95, p99 } = percentiles(answers.map(({ ms }) => ms))
  const mean = Math.round(answers.reduce((sum, { bytes }) => sum + bytes, 0) / Math.max(1, answers.length))
  const refused = answers.filter(({ status }) => status !== 200).length
  return { pages: answers.length, p50Ms: p50, p95Ms: p95, p99Ms: p99, meanBytes: mean, refused }
}
