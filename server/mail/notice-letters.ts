// Letters about what happens between members. None leaves when the member paused them, or when what they tell is no longer so.
import type { Db } from '@entregent/core/db/connect.ts'
import { createActLink, type LinkedAct } from '@entregent/core/notifications/act-links.ts'
import { type Addressee, findIntroductionFacts, findInvitationFacts } from '@entregent/core/notifications/mail-facts.ts'
import { unsubscribeToken } from '@entregent/core/notifications/mail-preferences.ts'
import { mail } from '@entregent/lib/i18n/mail.ts'
import { words } from '@entregent/lib/i18n/words.ts'
import type { Letter } from './letter.ts'

const invitationLinkDays = 30

export async function invitationReceivedLetter(db: Db, invitationId: string, publicUrl: string): Promise<Letter | undefined> {
  const facts = await findInvitationFacts(db, invitationId)
  if (facts?.state !== 'open' || facts.setAside) return undefined
  const t = mail[facts.to.locale].invitation
  const name = facts.fromName
  const expiresAt = new Date(Date.now() + invitationLinkDays * 86_400_000)
  return notice(db, facts.to, publicUrl, async () => ({
    subject: t.subject({ name }),
    paragraphs: [t.text({ name })],
    quotes: facts.note ? [{ from: name, text: facts.note }] : [],
    act: { label: t.act, url: await actUrl(db, facts.to.id, 'invitation', invitationId, expiresAt, publicUrl) },
    after: t.quiet,
  }))
}

export async function invitationAcceptedLetter(db: Db, invitationId: string, publicUrl: string): Promise<Letter | undefined> {
  const facts = await findInvitationFacts(db, invitationId)
  if (facts?.state !== 'accepted') return undefined
  const t = mail[facts.from.locale].accepted
  const name = facts.toName
  return notice(db, facts.from, publicUrl, async () => ({
    subject: t.subject({ name }),
    paragraphs: [t.text({ name })],
    act: { label: t.act, url: `${publicUrl}/conversations/with/${facts.toHandle}` },
  }))
}

/** To the connector at `position`, before whom the request now lies. */
export async function introductionAskedLetter(
  db: Db,
  introductionId: string,
  position: number,
  publicUrl: string,
): Promise<Letter | undefined> {
  const facts = await findIntroductionFacts(db, introductionId)
  const step = facts?.steps.find((one) => one.position === position)
  if (!facts || !step || step.forwarded || facts.state === 'closed' || facts.state === 'accepted') return undefined
  const { connector } = step
  const t = mail[connector.locale].asked
  const from =
    position === 1 ? facts.asker.name : (facts.steps.find((one) => one.position === position - 1)?.connector.name ?? facts.asker.name)
  const names = { name: facts.asker.name, target: facts.target.name }
  return notice(db, connector, publicUrl, async () => ({
    subject: t.subject(names),
    paragraphs: [t.text(names), t.purpose({ name: words[connector.locale].purpose[facts.purpose] })],
    quotes: [
      ...(step.note ? [{ from, text: step.note }] : []),
      { from: `${facts.asker.name} → ${facts.target.name}`, text: facts.noteToTarget },
    ],
    act: { label: t.act, url: await actUrl(db, connector.id, 'introduction_forward', introductionId, facts.expiresAt, publicUrl) },
    after: t.quiet,
  }))
}

export async function introductionOfferedLetter(db: Db, introductionId: string, publicUrl: string): Promise<Letter | undefined> {
  const facts = await findIntroductionFacts(db, introductionId)
  if (facts?.state !== 'offered') return undefined
  const t = mail[facts.target.locale].offered
  const last = facts.steps.at(-1)?.connector
  const name = facts.asker.name
  return notice(db, facts.target, publicUrl, async () => ({
    subject: t.subject({ name }),
    paragraphs: [
      last ? t.text({ name, target: last.name }) : t.direct({ name }),
      mail[facts.target.locale].asked.purpose({ name: words[facts.target.locale].purpose[facts.purpose] }),
    ],
    quotes: [
      ...(last && facts.connectorNote ? [{ from: last.name, text: facts.connectorNote }] : []),
      { from: name, text: facts.noteToTarget },
    ],
    act: { label: t.act, url: await actUrl(db, facts.target.id, 'introduction_answer', introductionId, facts.expiresAt, publicUrl) },
    after: t.quiet,
  }))
}

export async function introductionAcceptedLetter(db: Db, introductionId: string, publicUrl: string): Promise<Letter | undefined> {
  const facts = await findIntroductionFacts(db, introductionId)
  if (facts?.state !== 'accepted') return undefined
  const t = mail[facts.asker.locale].introductionAccepted
  const name = facts.target.name
  return notice(db, facts.asker, publicUrl, async () => ({
    subject: t.subject({ name }),
    paragraphs: [t.text({ name })],
    act: { label: t.act, url: `${publicUrl}/conversations/with/${facts.target.handle}` },
  }))
}

/** The same after a refusal, after silence, whoever's it was. */
export async function introductionClosedLetter(db: Db, introductionId: string, publicUrl: string): Promise<Letter | undefined> {
  const facts = await findIntroductionFacts(db, introductionId)
  if (facts?.closedAs !== 'expired') return undefined
  const t = mail[facts.asker.locale].closed
  const name = facts.target.name
  return notice(db, facts.asker, publicUrl, async () => ({
    subject: t.subject({ name }),
    paragraphs: [t.text({ name })],
    act: { label: t.act, url: `${publicUrl}/p/${facts.target.handle}` },
  }))
}

type Content = Pick<Letter, 'subject' | 'paragraphs' | 'quotes' | 'act' | 'after'>

async function notice(db: Db, to: Addressee, publicUrl: string, content: () => Promise<Content>): Promise<Letter | undefined> {
  if (to.mailPaused) return undefined
  const unsubscribeUrl = `${publicUrl}/unsubscribe/${await unsubscribeToken(db, to.id)}`
  return { to: to.email, locale: to.locale, greeting: to.givenName, unsubscribeUrl, ...(await content()) }
}

async function actUrl(db: Db, memberId: number, act: LinkedAct, subjectId: string, expiresAt: Date, publicUrl: string): Promise<string> {
  return `${publicUrl}/act/${await createActLink(db, { memberId, act, subjectId, expiresAt })}`
}
