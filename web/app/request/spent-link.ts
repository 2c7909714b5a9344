// A mailed link that was used or has expired is a page of its own with the way to a new one, not a failure.
import { isAppError } from '@entregent/lib/base/errors.ts'
import { data } from 'react-router'

/** Status 410 with nothing, for `link_spent`; every other error goes on. */
export async function unlessSpent<Result>(work: Promise<Result>): Promise<Result | ReturnType<typeof data<null>>> {
  try {
    return await work
  } catch (error) {
    if (isAppError(error) && error.code === 'link_spent') return data(null, { status: 410 })
    throw error
  }
}
