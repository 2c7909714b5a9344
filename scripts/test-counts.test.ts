// A suite that cannot be red is worth nothing: the sum must show every way of failing.
import { expect, test } from 'vitest'
import { addCounts, closingLine, countRun } from './test-counts.ts'

const file = (status: string, ...statuses: string[]) => ({ status, assertionResults: statuses.map((one) => ({ status: one })) })

test('passed, failed and skipped tests are counted over all files', () => {
  const report = { testResults: [file('passed', 'passed', 'passed', 'pending'), file('failed', 'failed', 'passed', 'todo')] }
  expect(countRun(report, 1)).toEqual({ passed: 3, failed: 1, skipped: 2 })
})

test('a file that did not load is a failure', () => {
  expect(countRun({ testResults: [file('failed'), file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a file whose tests pass but whose clean-up fails is a failure', () => {
  expect(countRun({ testResults: [file('failed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('an error outside any test is a failure', () => {
  expect(countRun({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})

test('a run that died without a report is a failure', () => {
  expect(countRun(undefined, 134)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})

test('sums close with one line', () => {
  const all = addCounts([
    { passed: 8, failed: 0, skipped: 0 },
    { passed: 100, failed: 2, skipped: 1 },
  ])
  expect(closingLine(all)).toBe('108 passed, 2 failed')
})
