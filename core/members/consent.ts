// The two neutral questions of joining: who may find me, and may my connections be used to show others a way. Every answer is written down
// with the words it was asked in.
import type { Locale } from '@entregent/lib/base/locale.ts'
import { findableByChoices } from '@entregent/lib/base/words.ts'
import { z } from 'zod'
import { type Db, transaction } from '../db/connect.ts'

/** Raise the number when the words of the question change their meaning. */
const wordings = { findable_by: 'joining.findableBy@1', shows_connections: 'joining.showsConnections@1' } as const

/** An answer from a form: one must be given, none is assumed. */
export const findableByAnswer = z.enum(findableByChoices)
export const showsConnectionsAnswer = z.enum(['yes', 'no']).transform((answer) => answer === 'yes')

export interface Answers {
  readonly findableBy?: z.output<typeof findableByAnswer>
  readonly showsConnections?: boolean
}

/** Sets what was answered and records the consent. */
export async function answerQuestions(db: Db, memberId: number, answers: Answers, locale: Locale): Promise<void> {
  const given = [
    ...(answers.findableBy === undefined ? [] : [{ subject: 'findable_by' as const, answer: answers.findableBy }]),
    ...(answers.showsConnections === undefined
      ? []
      : [{ subject: 'shows_connections' as const, answer: answers.showsConnections ? 'yes' : 'no' }]),
  ]
  if (given.length === 0) return
  await transaction(db, async (tx) => {
    await tx
      .updateTable('member')
      .set({
        ...(answers.findableBy === undefined ? {} : { findableBy: answers.findableBy }),
        ...(answers.showsConnections === undefined ? {} : { showsConnections: answers.showsConnections }),
      })
      .where('id', '=', memberId)
      .execute()
    await tx
      .insertInto('consent')
      .values(given.map(({ subject, answer }) => ({ memberId, subject, answer, wording: wordings[subject], locale })))
      .execute()
  })
}
