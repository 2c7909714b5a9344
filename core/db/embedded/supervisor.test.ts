import { chmod, lstat, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { type EmbeddedDatabase, startEmbedded } from './supervisor.ts'
import { makeFolder, postmasterPid, postmasterPidIfAny, query, startOwner, temporaryFolder } from './testing/processes.ts'

const isRoot = process.getuid?.() === 0

// A cluster that may be lost with the machine is made sooner; what the product gets without asking is tested below.
const hasty = { fsync: 'off', shared_buffers: '32MB' }

async function start(dataDir: string, settings: Record<string, string> = hasty): Promise<EmbeddedDatabase> {
  const database = await startEmbedded({ dataDir, settings })
  onTestFinished(() => database.stop())
  return database
}

describe('an embedded database as the product starts it', () => {
  let database: EmbeddedDatabase
  beforeAll(async () => {
    const dataDir = await makeFolder()
    database = await startEmbedded({ dataDir })
    return async () => {
      await database.stop()
      await rm(dataDir, { recursive: true })
    }
  })

  it('is UTF-8, sorted alike on every machine, durable, reached over its socket only, by a role that is no superuser', async () => {
    const [facts] = await query(
      database.url,
      `select current_user as "user", current_setting('server_encoding') as encoding, datlocprovider as provider, datlocale as locale,
         current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit,
         current_setting('data_checksums') as checksums, (select rolsuper from pg_roles where rolname = current_user) as superuser
       from pg_database where datname = current_database()`,
    )
    expect(facts).toEqual({
      user: 'entregent',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      addresses: '',
      fsync: 'on',
      commit: 'on',
      checksums: 'on',
      superuser: false,
    })
  })

  it('lets its role make and drop databases, with the extensions that search needs', async () => {
    await query(database.url, 'create extension pg_trgm')
    await query(database.url, 'create extension unaccent')
    await query(database.url, 'create database spare template template0')
    await query(database.url, 'drop database spare with (force)')
    expect(await query(database.url, `select unaccent('é') as letter`)).toEqual([{ letter: 'e' }])
  })

  it('keeps the socket in a folder that is closed to others', async () => {
    expect((await stat(join(database.dataDir, 'socket'))).mode & 0o777).toBe(0o700)
  })

  it('does not write what people send to its log', async () => {
    await expect(query(database.url, `select 'somebody@example.org'::uuid`)).rejects.toThrow('uuid')
    const log = await readFile(join(database.dataDir, 'postgres.log'), 'utf8')
    expect(log).toContain('ready to accept connections')
    expect(log).not.toContain('somebody@example.org')
  })
})

describe('the embedded database', () => {
  it('is made at the first start and is the same at the second, under the name asked for', async () => {
    const dataDir = await temporaryFolder()
    const first = await startEmbedded({ dataDir, databaseName: 'another', settings: hasty })
    await query(first.url, `create table kept as select 'été' as word`)
    await Promise.all([first.stop(), first.stop()])
    const second = await startEmbedded({ dataDir, databaseName: 'another', settings: hasty })
    onTestFinished(() => second.stop())
    expect(await query(second.url, 'select word, current_database() as name from kept')).toEqual([{ word: 'été', name: 'another' }])
  })

  it('works where the path is too long for a socket', async () => {
    const dataDir = join(await temporaryFolder(), 'a-long-name-'.repeat(10))
    const database = await start(dataDir)
    const folder = new URLSearchParams(database.url.split('?')[1]).get('host') ?? ''
    expect(folder.startsWith(dataDir)).toBe(false)
    expect((await lstat(folder)).mode & 0o777).toBe(0o700)
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
    await database.stop()
    await expect(stat(folder)).rejects.toThrow('ENOENT')
  })

  it('is made anew when its making was interrupted', async () => {
    const dataDir = await temporaryFolder()
    await mkdir(join(dataDir, 'cluster.unfinished-before/base'), { recursive: true })
    await writeFile(join(dataDir, 'cluster.unfinished-before/PG_VERSION'), '18\n')
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
    await expect(stat(join(dataDir, 'cluster.unfinished-before'))).rejects.toThrow('ENOENT')
  })

  it('is not misled by a lock file whose process number was given out anew', async () => {
    const dataDir = await temporaryFolder()
    const first = await start(dataDir)
    const pidFile = join(dataDir, 'cluster/postmaster.pid')
    const lines = await readFile(pidFile, 'utf8')
    await first.stop()
    await writeFile(pidFile, lines.replace(/^\d+/, String(process.pid)))
    const second = await start(dataDir)
    expect(await query(second.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('says with the end of its log why it does not start, and leaves the folder free', async () => {
    const dataDir = await temporaryFolder()
    await expect(start(dataDir, { shared_buffers: 'plenty' })).rejects.toMatchObject({
      code: 'database_start_failed',
      details: { log: expect.stringContaining('shared_buffers') },
    })
    const { url } = await start(dataDir)
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('starts again by itself when its postmaster ends unasked', async () => {
    const dataDir = await temporaryFolder()
    const { url } = await start(dataDir)
    const pid = postmasterPid(dataDir)
    process.kill(pid, 'SIGKILL')
    await vi.waitUntil(() => postmasterPidIfAny(dataDir) !== pid && postmasterPidIfAny(dataDir) !== undefined, { timeout: 20_000 })
    await vi.waitFor(() => query(url, 'select 1'), { timeout: 20_000 })
    expect(await query(url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('the owner of the folder', () => {
  it('is one process: a second one is refused', async () => {
    const dataDir = await temporaryFolder()
    const owner = await startOwner(dataDir)
    const expected = { code: 'data_dir_in_use', details: { dataDir, pid: owner.process.pid } }
    expect((await startOwner(dataDir)).said).toEqual(expected)
    await expect(start(dataDir)).rejects.toMatchObject(expected)
    expect(await query(owner.said.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('is one process when several race for the folder of a killed owner', async () => {
    const dataDir = await temporaryFolder()
    await (await startOwner(dataDir)).end('SIGKILL')
    const rivals = await Promise.all([1, 2, 3, 4].map(() => startOwner(dataDir)))
    expect(rivals.map(({ said }) => said.code).sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
      'data_dir_in_use',
      'data_dir_in_use',
      'data_dir_in_use',
      undefined,
    ])
  })

  it('adopts the database of an owner that was killed', async () => {
    const dataDir = await temporaryFolder()
    const killed = await startOwner(dataDir)
    const client = new pg.Client({ connectionString: killed.said.url })
    client.on('error', () => {})
    await client.connect()
    onTestFinished(() => client.end())
    const pid = postmasterPid(dataDir)
    await killed.end('SIGKILL')
    const adopted = await start(dataDir)
    expect(postmasterPid(dataDir)).toBe(pid)
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    expect(await query(adopted.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('stops the database it adopted', async () => {
    const dataDir = await temporaryFolder()
    await (await startOwner(dataDir)).end('SIGKILL')
    await (await startEmbedded({ dataDir })).stop()
    expect(postmasterPidIfAny(dataDir)).toBeUndefined()
  })
})

describe('under a folder closed to the account of the database', () => {
  it.runIf(isRoot)('the cluster lies in the shared place, with a link to it, and is found there again', async () => {
    const dataDir = join(await closedFolder(), 'data')
    const first = await start(dataDir)
    onTestFinished(() => rm(first.dataDir, { recursive: true }))
    expect(dirname(first.dataDir)).toBe('/var/lib/entregent')
    await query(first.url, 'create table kept as select 1 as one')
    await first.stop()
    const second = await start(dataDir)
    expect(second.dataDir).toBe(first.dataDir)
    expect(await query(second.url, 'select one from kept')).toEqual([{ one: 1 }])
  })

  it.runIf(isRoot)('a folder made anew under the same name starts empty, and the former cluster is kept', async () => {
    const dataDir = join(await closedFolder(), 'data')
    const first = await start(dataDir)
    await query(first.url, 'create table former as select 1')
    await first.stop()
    await rm(dataDir, { recursive: true })
    onTestFinished(async () => {
      for (const left of await keptBeside(first.dataDir)) await rm(left, { recursive: true })
      await rm(first.dataDir, { recursive: true })
    })
    const second = await start(dataDir)
    await expect(query(second.url, 'table former')).rejects.toThrow('does not exist')
    expect(await keptBeside(second.dataDir)).toHaveLength(1)
  })

  it.runIf(!isRoot)('a plain user keeps it where it was asked for', async () => {
    const dataDir = join(await closedFolder(), 'data')
    const database = await start(dataDir)
    expect(database.dataDir).toBe(dataDir)
    expect(await query(database.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

async function closedFolder(): Promise<string> {
  const folder = await temporaryFolder()
  await chmod(folder, 0o700)
  return folder
}

async function keptBeside(place: string): Promise<string[]> {
  return (await readdir(dirname(place))).map((name) => join(dirname(place), name)).filter((path) => path.startsWith(`${place}.left-`))
}
