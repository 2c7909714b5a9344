import { describe, expect, it } from 'vitest'
import { benchNames, readOptions, usageOf } from './options.ts'
import { peerNames } from './peers/peer.ts'

const read = (line: string) => readOptions(line.split(' ').filter(Boolean))
const refusal = (given: ReturnType<typeof read>) => {
  expect(given.kind).toBe('refused')
  return given.kind === 'refused' ? given : { problem: '', usage: '' }
}

describe('The options of a bench', () => {
  it('are what was said, and the bench’s own where nothing was', () => {
    expect(read('graph --members 5000000 --peers --seconds .5 --seed 7 --again')).toMatchObject({
      order: { bench: 'graph', members: 5_000_000, peers: true, seconds: 0.5, seed: 7, again: true, only: undefined },
    })
    expect(read('graph')).toMatchObject({ order: { members: 100_000, seed: 1, peers: false, again: false, seconds: undefined } })
    expect(read('pages')).toMatchObject({ order: { members: 37_700, word: 'bench', count: undefined } })
    expect(read('agreement --seed abc --count 10')).toMatchObject({ order: { word: 'abc', count: 10 } })
    expect(read('formats --rows 10,20')).toMatchObject({ order: { rows: [10, 20] } })
    expect(read('graph --only index')).toMatchObject({ order: { only: 'index' } })
  })

  it.each([
    ['graph --members 0', '--members', '1,000 to 100,000,000', '“0”'],
    ['graph --members 999', '--members', '1,000 to 100,000,000', '“999”'],
    ['graph --members 100000001', '--members', '1,000 to 100,000,000', '“100000001”'],
    ['graph-start --members 1.5', '--members', 'whole number', '“1.5”'],
    ['graph-http --members abc', '--members', 'whole number', '“abc”'],
    ['graph --members -5', '--members', 'whole number', '“-5”'],
    ['graph --members 1e6', '--members', 'whole number', '“1e6”'],
    ['graph --members', '--members', 'whole number', 'nothing'],
    ['graph --members=', '--members', 'whole number', '“”'],
    ['pages --members 1', '--members', '100 to 1,000,000', '“1”'],
    ['graph --seed abc', '--seed', 'whole number', '“abc”'],
    ['graph-report --seed 1.5', '--seed', 'whole number', '“1.5”'],
    ['graph --seed 4294967296', '--seed', '4,294,967,295', '“4294967296”'],
    ['graph --seconds 0', '--seconds', 'above 0', '“0”'],
    ['graph --seconds abc', '--seconds', 'above 0', '“abc”'],
    ['graph --seconds Infinity', '--seconds', 'above 0', '“Infinity”'],
    ['graph-http --seconds 1.5', '--seconds', 'whole number', '“1.5”'],
    ['agreement --count 0', '--count', 'whole number', '“0”'],
    ['formats --rows abc', '--rows', 'commas', '“abc”'],
    ['formats --rows 10,,20', '--rows', 'commas', '“10,,20”'],
  ])('refuses “%s” in one sentence: the option, what is allowed, what was given', (line, ...said) => {
    const { problem } = refusal(read(line))
    for (const part of said) expect(problem).toContain(part)
    expect(problem).toMatch(/^[^.\n]*(?:\.\d[^.\n]*)?\.$/u)
  })

  it.each([
    ['', 'Say what to measure.'],
    ['nothing', 'no bench “nothing”'],
    ['graph 5000', '“5000” is one word too many'],
    ['graph --member 5000', 'graph has no option --member.'],
    ['pages --peers', 'pages has no option --peers.'],
    ['graph-report --members 5000', 'graph-report has no option --members.'],
    ['graph -p', 'graph has no option -p.'],
    ['graph --constructor', 'graph has no option --constructor.'],
    ['graph --peers=yes', '--peers takes no value'],
  ])('refuses “%s” with the usage', (line, problem) => {
    const refused = refusal(read(line))
    expect(refused.problem).toContain(problem)
    expect(refused.usage).toContain('npm run bench -- BENCH')
  })

  it('refuses a step that there is not, and names those that there are', () => {
    for (const line of ['graph --only nosuchstep', 'graph --peers --only mysql']) {
      const { problem } = refusal(read(line))
      for (const name of ['index', 'privacy', 'invariants', ...peerNames]) expect(problem).toContain(name)
    }
  })

  it('refuses a peer alone without --peers', () => {
    expect(refusal(read('graph --only redis')).problem).toContain('say --peers')
    expect(read('graph --only redis --peers')).toMatchObject({ order: { only: 'redis', peers: true } })
    expect(readOptions(['graph', '--peers', '--only', 'postgresql joins'])).toMatchObject({ order: { only: 'postgresql joins' } })
  })
})

describe('The usage', () => {
  it('is given when asked for, of one bench or of all', () => {
    expect(read('--help')).toEqual({ kind: 'help', usage: usageOf() })
    expect(read('-h')).toEqual({ kind: 'help', usage: usageOf() })
    expect(read('graph --members abc --help')).toEqual({ kind: 'help', usage: usageOf('graph') })
  })

  it('names every bench, option and default, and what the peers need', () => {
    for (const name of benchNames) expect(usageOf()).toContain(`  ${name}: `)
    for (const said of [
      '--members N',
      '100000',
      '--seconds S',
      'in seconds, default 60',
      '--seed NUMBER',
      '--again',
      'redis-server',
      'npm’s registry',
    ]) {
      expect(usageOf('graph')).toContain(said)
    }
    expect(usageOf('graph-http')).toContain('wrk')
    expect(usageOf('graph-http')).not.toContain('--peers')
  })
})
