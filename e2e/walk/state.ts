// A state of a page that the walk through all pages visits: who looks, where, and what is done there before it is judged.

import type { Db } from '@entregent/core/db/connect.ts'
import { mintMailLink } from '@entregent/core/members/mail-links.ts'
import { createActLink, type LinkedAct } from '@entregent/core/notifications/act-links.ts'
import { unsubscribeToken } from '@entregent/core/notifications/mail-preferences.ts'
import type { Page } from 'playwright-core'

export interface State {
  /** In a few words; the pictures of the build are named after it. */
  readonly name: string
  /** The first part of a villager's handle; nobody: a visitor. */
  readonly as?: string
  readonly path: string | ((db: Db) => Promise<string>)
  /** What is done on the page first; it ends when the state is there. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** The status that the address answers with; 200 when not said. */
  readonly status?: number
  /** On a server that is a demonstration. */
  readonly demo?: boolean
  /** A page that people see most: it is pictured for the build. */
  readonly main?: boolean
}

/** The handle of the villager whose handle begins so. */
export async function handleOf(db: Db, name: string): Promise<string> {
  return (await memberNamed(db, name)).handle
}

/** The path of a mailed link for this villager. */
export function mailLink(base: string, purpose: Parameters<typeof mintMailLink>[1], name: string, email?: string) {
  return async (db: Db) => {
    const member = await memberNamed(db, name)
    return `${base}/${await mintMailLink(db, purpose, { email: email ?? member.email, memberId: member.id })}`
  }
}

/** The path of a link by which a mail lets this villager act. */
export function actLink(act: LinkedAct, name: string, subject: (db: Db) => Promise<string>) {
  return async (db: Db) => {
    const { id: memberId } = await memberNamed(db, name)
    return `/act/${await createActLink(db, { memberId, act, subjectId: await subject(db), expiresAt: new Date(Date.now() + 60_000) })}`
  }
}

/** The path by which this villager stops mails. */
export function unsubscribeLink(name: string, query = '') {
  return async (db: Db) => `/unsubscribe/${await unsubscribeToken(db, (await memberNamed(db, name)).id)}${query}`
}

/** The id of the introduction that one villager asked for to another. */
export function introductionId(asker: string, target: string) {
  return async (db: Db): Promise<string> => {
    const [from, to] = await Promise.all([memberNamed(db, asker), memberNamed(db, target)])
    const found = db.selectFrom('introduction').select('id').where('askerId', '=', from.id).where('targetId', '=', to.id)
    return (await found.executeTakeFirstOrThrow()).id
  }
}

/** The id of the invitation of one villager to another. */
export function invitationId(sender: string, recipient: string) {
  return async (db: Db): Promise<string> => {
    const [from, to] = await Promise.all([memberNamed(db, sender), memberNamed(db, recipient)])
    const found = db.selectFrom('invitation').select('id').where('fromId', '=', from.id).where('toId', '=', to.id)
    return (await found.executeTakeFirstOrThrow()).id
  }
}

/** Sends a form of the page as it is, past the browser's own checks, and waits for the server's complaint. */
export function refused(form = 0, buttonOfForm = 0) {
  return async (page: Page) => {
    const sent = page.locator('main form').nth(form)
    await sent.evaluate((element: HTMLFormElement) => {
      element.noValidate = true
    })
    await sent.locator('button[type=submit]').nth(buttonOfForm).click()
    await page.getByRole('alert').waitFor()
  }
}

/** Opens all that is folded on the page. */
export async function unfolded(page: Page): Promise<void> {
  await page.locator('main details').evaluateAll((all) => {
    for (const details of all) (details as HTMLDetailsElement).open = true
  })
}

function memberNamed(db: Db, name: string) {
  return db.selectFrom('member').select(['id', 'handle', 'email']).where('handle', 'like', `${name}%`).executeTakeFirstOrThrow()
}
