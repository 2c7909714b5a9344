// What the seeds tell whoever ran them.
import { catalogue } from './catalogue.ts'
import { formatNumber } from './format.ts'

interface Done {
  readonly members: number
  readonly ties: number
  readonly seconds: number
  readonly mail: string
  readonly password: string
}

export const seeds = catalogue({
  en: {
    done: ({ members, ties, seconds, mail, password }: Done) =>
      `${formatNumber('en', members)} members and ${formatNumber('en', ties)} connections in ${formatNumber('en', seconds)} s. ` +
      `Each of them signs in as ${mail} with the password “${password}”.`,
  },
  fr: {
    done: ({ members, ties, seconds, mail, password }) =>
      `${formatNumber('fr', members)} membres et ${formatNumber('fr', ties)} relations en ${formatNumber('fr', seconds)} s. ` +
      `Chaque membre ouvre une session avec ${mail} et le mot de passe « ${password} ».`,
  },
})
