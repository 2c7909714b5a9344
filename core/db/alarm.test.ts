import { describe, expect, it } from 'vitest'
import { createAlarm } from './alarm.ts'

const never = 2_000_000_000

describe('an alarm', () => {
  it('ends the sleep it rings into', async () => {
    const alarm = createAlarm()
    const sleep = alarm.sleep(never)
    alarm.ring()
    await expect(sleep).resolves.toBeUndefined()
  })

  it('keeps a ring that nobody slept through, once', async () => {
    const alarm = createAlarm()
    alarm.ring()
    alarm.ring()
    await expect(alarm.sleep(never)).resolves.toBeUndefined()
    let slept = false
    const second = alarm.sleep(never).then(() => {
      slept = true
    })
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(slept).toBe(false)
    alarm.ring()
    await second
    expect(slept).toBe(true)
  })
})
