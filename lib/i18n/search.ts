// Finding people, in words.
import { catalogue } from './catalogue.ts'
import { formatNumber, plural } from './format.ts'

export const search = catalogue({
  en: {
    title: 'People',
    start:
      'Write a name, a skill, a title or an organization. Accents and typing errors are forgiven, and either language finds the other’s words where people gave both.',
    resultFor: ({ count, more, text }: { count: number; more: boolean; text: string }) =>
      more
        ? `More than ${formatNumber('en', count)} people for “${text}”`
        : `${plural('en', count, { one: '# person', other: '# people' })} for “${text}”`,
    nearestFirst: 'Nearest first',
    none: ({ text }: { text: string }) => `Nobody found for “${text}”.`,
    noneHint: 'Try fewer words, or another spelling. People who chose not to be found do not appear.',
    deepEnough: 'These are the 200 nearest. Add a word to see others.',
    seeWays: 'See the ways in',
    write: 'Write',
    see: 'See the profile',
    through: ({ name, others }: { name: string; others: number }) =>
      others === 0 ? `through ${name}` : `through ${name} · and ${plural('en', others, { one: '# other', other: '# others' })}`,
    further: 'no way in within three steps',
    suggestions: 'Suggestions',
    suggestionCount: ({ count }: { count: number }) =>
      count === 0 ? 'No suggestion.' : plural('en', count, { one: '# suggestion.', other: '# suggestions.' }),
  },
  fr: {
    title: 'Personnes',
    start:
      'Écrivez un nom, une compétence, un titre ou une organisation. Les accents et les fautes de frappe sont pardonnés, et une langue trouve les mots de l’autre quand les gens ont donné les deux.',
    resultFor: ({ count, more, text }) =>
      more
        ? `Plus de ${formatNumber('fr', count)} personnes pour «\u00a0${text}\u00a0»`
        : `${plural('fr', count, { one: '# personne', other: '# personnes' })} pour «\u00a0${text}\u00a0»`,
    nearestFirst: 'Les plus proches d’abord',
    none: ({ text }) => `Personne pour «\u00a0${text}\u00a0».`,
    noneHint: 'Essayez moins de mots, ou une autre graphie. Les personnes qui ont choisi de ne pas être trouvées n’apparaissent pas.',
    deepEnough: 'Voici les 200 plus proches. Ajoutez un mot pour en voir d’autres.',
    seeWays: 'Voir les chemins',
    write: 'Écrire',
    see: 'Voir le profil',
    through: ({ name, others }) =>
      others === 0 ? `par ${name}` : `par ${name} · et ${plural('fr', others, { one: '# autre', other: '# autres' })}`,
    further: 'aucun chemin en trois pas',
    suggestions: 'Suggestions',
    suggestionCount: ({ count }) =>
      count === 0 ? 'Aucune suggestion.' : plural('fr', count, { one: '# suggestion.', other: '# suggestions.' }),
  },
})
