// What is done for each kind of job of the outbox.

import type { Tx } from '@entregent/core/db/connect.ts'
import { closeIntroductionAtDeadline } from '@entregent/core/introductions/answer.ts'
import { recordMail } from '@entregent/core/notifications/mail-log.ts'
import type { JobHandlers } from '@entregent/core/outbox/runner.ts'
import { emailChangeLetter, joinLetter, signInLetter } from '../mail/account-letters.ts'
import type { Letter } from '../mail/letter.ts'
import {
  introductionAcceptedLetter,
  introductionAskedLetter,
  introductionClosedLetter,
  introductionOfferedLetter,
  invitationAcceptedLetter,
  invitationReceivedLetter,
} from '../mail/notice-letters.ts'
import type { PostOffice } from '../mail/post-office.ts'

/** Handlers that word letters for `publicUrl` and hand them to the post office. */
export function jobHandlers(postOffice: PostOffice, publicUrl: string): JobHandlers {
  // The links of a letter are minted in the job's transaction: when the sending fails they go with it, and the next try makes others.
  const send = async (tx: Tx, kind: string, letter: Letter | undefined) => {
    if (!letter) return
    if (await recordMail(tx, letter.to, kind)) await postOffice.send(letter)
  }
  return {
    'mail.join': async (tx, payload) => send(tx, 'join', await joinLetter(tx, payload, publicUrl)),
    'mail.sign_in': async (tx, payload) => send(tx, 'sign_in', await signInLetter(tx, 'mail.sign_in', payload, publicUrl)),
    'mail.reset_password': async (tx, payload) =>
      send(tx, 'reset_password', await signInLetter(tx, 'mail.reset_password', payload, publicUrl)),
    'mail.change_email': async (tx, payload) => send(tx, 'change_email', await emailChangeLetter(tx, payload, publicUrl)),
    'mail.invitation_received': async (tx, { invitationId }) =>
      send(tx, 'invitation', await invitationReceivedLetter(tx, invitationId, publicUrl)),
    'mail.invitation_accepted': async (tx, { invitationId }) =>
      send(tx, 'accepted', await invitationAcceptedLetter(tx, invitationId, publicUrl)),
    'mail.introduction_asked': async (tx, { introductionId, position }) =>
      send(tx, 'asked', await introductionAskedLetter(tx, introductionId, position, publicUrl)),
    'mail.introduction_offered': async (tx, { introductionId }) =>
      send(tx, 'offered', await introductionOfferedLetter(tx, introductionId, publicUrl)),
    'mail.introduction_accepted': async (tx, { introductionId }) =>
      send(tx, 'accepted', await introductionAcceptedLetter(tx, introductionId, publicUrl)),
    'mail.introduction_closed': async (tx, { introductionId }) =>
      send(tx, 'closed', await introductionClosedLetter(tx, introductionId, publicUrl)),
    'introduction.deadline': async (tx, { introductionId }) => closeIntroductionAtDeadline(tx, introductionId),
  }
}
