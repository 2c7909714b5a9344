// Waking a loop that sleeps between two looks. A ring that comes while the loop is still looking is kept for its next sleep: what was
// written after the look began is then not left lying until the sleep has passed.

export interface Alarm {
  /** Ends the sleep, or the next one when nobody sleeps. */
  ring(): void
  /** Resolves after `ms`, or at a ring. One sleeper at a time. */
  sleep(ms: number): Promise<void>
}

export function createAlarm(): Alarm {
  let rung = false
  let wake: (() => void) | undefined
  return {
    ring() {
      rung = true
      wake?.()
    },
    async sleep(ms) {
      if (!rung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms)
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
      rung = false
      wake = undefined
    },
  }
}
