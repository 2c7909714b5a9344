// The states of the pages by which one joins, signs in, and keeps one's account and profile.
import { mailLink, refused, type State, unsubscribeLink } from './state.ts'

/** By the path of web/app/routes.ts. */
export const accountStates: Readonly<Record<string, readonly State[]>> = {
  '/': [
    { name: 'front-door', path: '/', main: true },
    { name: 'today', as: 'maelle', path: '/', main: true },
    { name: 'today-offered', as: 'fatou', path: '/' },
    { name: 'today-nothing', as: 'irina', path: '/' },
    { name: 'today-unanswered', as: 'joaquin', path: '/' },
  ],
  '/join': [
    { name: 'join', path: '/join', main: true },
    { name: 'join-refused', path: '/join', prepare: refused() },
    {
      name: 'join-mailbox',
      path: '/join',
      prepare: async (page) => {
        await page.locator('main input[type=email]').fill('somebody@example.org')
        await page.locator('main button[type=submit]').click()
        await page.getByRole('status').waitFor()
      },
    },
  ],
  '/join/:token': [
    { name: 'join-link', path: mailLink('/join', 'join', 'joaquin', 'newcomer@example.org'), main: true },
    { name: 'join-link-refused', path: mailLink('/join', 'join', 'joaquin', 'newcomer@example.org'), prepare: refused() },
    { name: 'join-link-spent', path: '/join/spent', status: 410 },
  ],
  '/sign-in': [
    { name: 'sign-in', path: '/sign-in', main: true },
    { name: 'sign-in-refused', path: '/sign-in', prepare: refused() },
  ],
  '/sign-in/:token': [
    { name: 'sign-in-link', path: mailLink('/sign-in', 'sign_in', 'irina') },
    { name: 'sign-in-link-spent', path: '/sign-in/spent', status: 410 },
  ],
  '/reset': [
    { name: 'reset', path: '/reset', main: true },
    { name: 'reset-refused', path: '/reset', prepare: refused() },
  ],
  '/reset/:token': [
    { name: 'reset-link', path: mailLink('/reset', 'reset_password', 'irina'), main: true },
    { name: 'reset-link-refused', path: mailLink('/reset', 'reset_password', 'irina'), prepare: refused() },
    { name: 'reset-link-spent', path: '/reset/spent', status: 410 },
  ],
  '/settings': [
    { name: 'settings', as: 'maelle', path: '/settings', main: true },
    { name: 'settings-saved', as: 'maelle', path: '/settings?saved=sessions#sessions' },
    { name: 'settings-unanswered', as: 'joaquin', path: '/settings', prepare: refused() },
    {
      name: 'settings-long-ago',
      as: 'irina',
      path: async (db) => {
        await db
          .updateTable('session')
          .set({ authenticatedAt: new Date(Date.now() - 3_600_000) })
          .execute()
        return '/settings'
      },
    },
    {
      name: 'settings-no-password',
      as: 'tessa',
      path: async (db) => {
        await db.updateTable('member').set({ passwordHash: null }).where('handle', 'like', 'tessa%').execute()
        await db
          .updateTable('session')
          .set({ authenticatedAt: new Date(Date.now() - 3_600_000) })
          .execute()
        return '/settings'
      },
    },
  ],
  '/settings/email/:token': [
    { name: 'settings-email', as: 'irina', path: mailLink('/settings/email', 'change_email', 'irina', 'new@example.org') },
    { name: 'settings-email-spent', as: 'irina', path: '/settings/email/spent', status: 410 },
  ],
  '/unsubscribe/:token': [
    { name: 'unsubscribe', path: unsubscribeLink('irina') },
    { name: 'unsubscribed', path: unsubscribeLink('irina', '?done') },
    { name: 'unsubscribe-spent', path: '/unsubscribe/spent', status: 410 },
  ],
  '/demo': [{ name: 'demo', path: '/demo', demo: true, main: true }],
  '/profile': [
    { name: 'profile', as: 'maelle', path: '/profile', main: true },
    { name: 'profile-empty', as: 'joaquin', path: '/profile?saved' },
    ...['about', 'photo', 'summary', 'position', 'education', 'skills', 'languages', 'links'].map((section) => ({
      name: `profile-edit-${section}`,
      as: 'maelle',
      path: `/profile?edit=${section}`,
      main: section === 'position',
    })),
    { name: 'profile-refused', as: 'maelle', path: '/profile?edit=position', prepare: refused() },
  ],
  '/profile/as-visitor': [
    { name: 'as-visitor', as: 'maelle', path: '/profile/as-visitor' },
    { name: 'as-visitor-nothing', as: 'camille', path: '/profile/as-visitor' },
  ],
}
