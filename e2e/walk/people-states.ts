// The states of the pages by which one finds people, reaches them, and talks.
import { actLink, handleOf, introductionId, invitationId, refused, type State, unfolded } from './state.ts'

const person =
  (name: string, rest = '') =>
  async (db: Parameters<typeof handleOf>[0]) =>
    `/p/${await handleOf(db, name)}${rest}`
const introduction = (asker: string, target: string) => async (db: Parameters<typeof handleOf>[0]) =>
  `/introductions/${await introductionId(asker, target)(db)}`
const via = (target: string, connector: string) => async (db: Parameters<typeof handleOf>[0]) =>
  `/p/${await handleOf(db, target)}/ask?via=${await handleOf(db, connector)}`
const conversation = (one: string, other: string) => async (db: Parameters<typeof handleOf>[0]) => {
  const rows = await db
    .selectFrom('conversation')
    .innerJoin('member as low', 'low.id', 'lowId')
    .innerJoin('member as high', 'high.id', 'highId')
    .select(['conversation.id', 'low.handle as low', 'high.handle as high'])
    .execute()
  const found = rows.find((row) => [one, other].every((name) => row.low.startsWith(name) || row.high.startsWith(name)))
  if (!found) throw new Error(`${one} and ${other} have not talked`)
  return `/conversations/${found.id}`
}

/** By the path of web/app/routes.ts. */
export const peopleStates: Readonly<Record<string, readonly State[]>> = {
  '/people': [
    { name: 'search', as: 'maelle', path: '/people?q=paiement', main: true },
    { name: 'search-start', as: 'maelle', path: '/people' },
    { name: 'search-nobody', as: 'maelle', path: '/people?q=zzzz' },
    {
      name: 'search-suggestions',
      as: 'maelle',
      path: '/people',
      prepare: async (page) => {
        await page.getByRole('combobox').pressSequentially('nik')
        await page.getByRole('option').first().waitFor()
        await page.keyboard.press('ArrowDown')
      },
    },
  ],
  '/p/:handle': [
    { name: 'person', as: 'maelle', path: person('nikhil'), main: true },
    { name: 'person-to-ask', as: 'irina', path: person('fatou'), prepare: unfolded, main: true },
    { name: 'person-as-visitor', path: person('linh'), main: true },
    { name: 'person-connected', as: 'maelle', path: person('camille') },
    { name: 'person-oneself', as: 'maelle', path: person('maelle'), main: true },
    { name: 'person-without-way', as: 'joaquin', path: person('linh', '?done=sent') },
    { name: 'person-direct', as: 'rejean', path: person('marguerite') },
    { name: 'person-nowhere', as: 'maelle', path: '/p/nobody-at-all', status: 404 },
    { name: 'person-not-for-visitors', path: person('camille'), status: 404 },
  ],
  '/p/:handle/ask': [
    { name: 'ask', as: 'irina', path: via('fatou', 'nikhil'), main: true },
    { name: 'ask-refused', as: 'irina', path: via('fatou', 'nikhil'), prepare: refused() },
    { name: 'ask-direct', as: 'joaquin', path: person('marguerite', '/ask') },
    { name: 'ask-closed', as: 'joaquin', path: person('linh', '/ask') },
  ],
  '/introductions': [
    { name: 'introductions', as: 'maelle', path: '/introductions', prepare: unfolded, main: true },
    { name: 'introductions-done', as: 'marguerite', path: '/introductions?done=forwarded' },
    { name: 'introductions-none', as: 'joaquin', path: '/introductions' },
  ],
  '/introductions/:id': [
    { name: 'introduction-asked', as: 'maelle', path: introduction('maelle', 'owen'), main: true },
    { name: 'introduction-to-forward', as: 'marguerite', path: introduction('maelle', 'owen'), main: true },
    { name: 'introduction-offered', as: 'fatou', path: introduction('tessa', 'fatou'), main: true },
    { name: 'introduction-asked-on-its-way', as: 'maelle', path: introduction('maelle', 'nikhil') },
    { name: 'introduction-asked-accepted', as: 'camille', path: introduction('camille', 'nikhil') },
    { name: 'introduction-asked-expired', as: 'etienne', path: introduction('etienne', 'fatou') },
    { name: 'introduction-asked-withdrawn', as: 'nikhil', path: introduction('nikhil', 'marguerite') },
    { name: 'introduction-forwarded', as: 'camille', path: introduction('maelle', 'nikhil') },
    { name: 'introduction-resting', as: 'maelle', path: introduction('linh', 'camille') },
    { name: 'introduction-connector-closed', as: 'owen', path: introduction('etienne', 'fatou') },
    { name: 'introduction-offered-directly', as: 'tessa', path: introduction('fatou', 'tessa') },
    { name: 'introduction-offered-resting', as: 'camille', path: introduction('owen', 'camille') },
    { name: 'introduction-offered-accepted', as: 'nikhil', path: introduction('camille', 'nikhil') },
  ],
  '/act/:token': [
    { name: 'act-forward', path: actLink('introduction_forward', 'marguerite', introductionId('maelle', 'owen')), main: true },
    { name: 'act-answer', path: actLink('introduction_answer', 'fatou', introductionId('tessa', 'fatou')) },
    { name: 'act-invitation', path: actLink('invitation', 'maelle', invitationId('tessa', 'maelle')) },
    { name: 'act-done', path: '/act/spent?done=forwarded' },
    { name: 'act-spent', path: '/act/spent', status: 410 },
  ],
  '/network': [
    { name: 'network', as: 'maelle', path: '/network', main: true },
    { name: 'network-options', as: 'maelle', path: '/network?done=disconnected', prepare: unfolded },
    { name: 'network-filtered', as: 'maelle', path: '/network?name=zzzz' },
    { name: 'network-empty', as: 'joaquin', path: '/network' },
  ],
  '/invitations': [
    { name: 'invitations', as: 'maelle', path: '/invitations', prepare: unfolded, main: true },
    { name: 'invitations-aside', as: 'maelle', path: '/invitations?done=set_aside&id=none' },
    { name: 'invitations-none', as: 'joaquin', path: '/invitations?done=accepted' },
  ],
  '/p/:handle/connect': [
    { name: 'connect', as: 'maelle', path: person('nikhil', '/connect'), main: true },
    { name: 'connect-refused', as: 'maelle', path: person('nikhil', '/connect'), prepare: refused() },
  ],
  '/conversations': [
    { name: 'conversations', as: 'maelle', path: '/conversations', main: true },
    { name: 'conversations-none', as: 'joaquin', path: '/conversations' },
  ],
  '/conversations/with/:handle': [
    { name: 'conversation-first', as: 'maelle', path: async (db) => `/conversations/with/${await handleOf(db, 'linh')}` },
  ],
  '/conversations/:id': [
    { name: 'conversation', as: 'maelle', path: conversation('maelle', 'marguerite'), main: true },
    { name: 'conversation-closed', as: 'marguerite', path: conversation('rejean', 'marguerite') },
    { name: 'conversation-refused', as: 'maelle', path: conversation('maelle', 'marguerite'), prepare: refused() },
  ],
}

/** What no route answers. */
export const nowhereStates: readonly State[] = [
  { name: 'nowhere', path: '/there/is/nothing/here', status: 404, main: true },
  { name: 'nowhere-of-a-member', as: 'maelle', path: '/there/is/nothing/here', status: 404 },
]
