// Races are settled by constraints: the name of the one that was violated says which error the loser gets.
import { AppError, type ErrorCode } from '@entregent/lib/base/errors.ts'

const byConstraint: Readonly<Record<string, ErrorCode>> = {
  member_handle_key: 'handle_taken',
  member_email_key: 'link_spent', // the address got its account by another link meanwhile
  invitation_open_pair: 'invitation_open',
  invitation_two_people: 'invitation_to_self',
  connection_pkey: 'already_connected',
  introduction_open_pair: 'introduction_open',
}

/** The foreseen error behind a PostgreSQL error, or undefined when it stands for none (then it is a bug). */
export function constraintError(error: unknown): AppError | undefined {
  const name = (error as { constraint?: unknown } | null)?.constraint
  const code = typeof name === 'string' ? byConstraint[name] : undefined
  return code === undefined ? undefined : new (AppError as new (code: ErrorCode) => AppError)(code)
}
